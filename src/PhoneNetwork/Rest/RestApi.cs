using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Serves the vendor's REST resources at the vendor's paths.</summary>
public static class RestApi
{
    private const int DefaultPage = 50;
    private const int MaxPage = 1000;

    /// <summary>Maps the resources under <c>/2010-04-01/Accounts/{sid}</c> of whatever <paramref name="routes"/> stands for.</summary>
    public static IEndpointConventionBuilder MapPhoneNetwork(this IEndpointRouteBuilder routes, TelephoneNetwork network)
    {
        var account = routes.MapGroup("/2010-04-01/Accounts/{account}");
        account.ExcludeFromDescription();
        var api = new RestRoutes(account, network);
        CallEndpoints.Map(api);
        ConferenceEndpoints.Map(api);
        ParticipantEndpoints.Map(api);
        RecordingEndpoints.Map(api);
        MessageEndpoints.Map(api);
        return account;
    }

    internal static string Date(DateTimeOffset date) => date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    /// <summary>One page of a list, as the vendor wraps it.</summary>
    internal static IResult Page<T>(RestCall call, string name, IEnumerable<T> items, JsonTypeInfo<T> type)
    {
        var size = int.TryParse(call.Form.Text("PageSize"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s is > 0 and <= MaxPage ? s : DefaultPage;
        var page = int.TryParse(call.Form.Text("Page"), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0;
        var rest = items.Skip(page * size).Take(size + 1).ToList();
        var shown = rest.Take(size).ToList();
        var path = call.Http.Request.Path.Value!;
        return Results.Json(
            new JsonObject
            {
                ["first_page_uri"] = Link(0),
                ["next_page_uri"] = rest.Count > size ? Link(page + 1) : null,
                ["previous_page_uri"] = page > 0 ? Link(page - 1) : null,
                ["uri"] = Link(page),
                ["page"] = page,
                ["page_size"] = size,
                ["start"] = page * size,
                ["end"] = (page * size) + Math.Max(0, shown.Count - 1),
                [name] = new JsonArray([.. shown.Select(item => System.Text.Json.JsonSerializer.SerializeToNode(item, type))]),
            },
            RestJson.Default.JsonObject);

        string Link(int number)
        {
            var query = call.Http.Request.Query.Where(field => field.Key is not ("Page" or "PageSize"))
                .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}&");
            return string.Create(CultureInfo.InvariantCulture, $"{path}?{string.Concat(query)}PageSize={size}&Page={number}");
        }
    }

    internal static bool IsAuthentic(HttpRequest request, PhoneNetworkOptions options)
    {
        if (request.Headers.Authorization.ToString() is not ['B', 'a', 's', 'i', 'c', ' ', .. var encoded])
            return false;
        var decoded = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, decoded, out var length))
            return false;
        var (user, password) = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [var u, var p] ? (u, p) : ("", "");
        return (user == options.AccountSid && password == options.AuthToken) || (options.ApiKeys.TryGetValue(user, out var secret) && password == secret);
    }
}

/// <summary>One request to the REST API.</summary>
internal sealed record RestCall(HttpContext Http, TelephoneNetwork Network, RestForm Form)
{
    public string AccountSid => Network.Options.AccountSid;

    public string Base => $"/2010-04-01/Accounts/{AccountSid}";

    public string Route(string name) => Http.GetRouteValue(name)?.ToString() ?? "";
}

/// <summary>Puts every resource behind the same door: authentication, errors as the vendor words them, and time standing still meanwhile.</summary>
internal sealed class RestRoutes(IEndpointRouteBuilder routes, TelephoneNetwork network)
{
    public void Get(string path, Func<RestCall, IResult> handle) => Map("GET", path, handle);

    public void Post(string path, Func<RestCall, IResult> handle) => Map("POST", path, handle);

    public void Delete(string path, Func<RestCall, IResult> handle) => Map("DELETE", path, handle);

    private void Map(string method, string path, Func<RestCall, IResult> handle) => routes.MapMethods(path, [method], (RequestDelegate)(async http =>
    {
        network.Pace.Enter();
        try
        {
            var call = new RestCall(http, network, await RestForm.ReadAsync(http.Request));
            await AnswerAsync(call, handle);
        }
        finally
        {
            network.Pace.Exit();
        }
    }));

    private async Task AnswerAsync(RestCall call, Func<RestCall, IResult> handle)
    {
        var request = call.Http.Request;
        switch (network.Disturbances.OfRest(request.Method, request.Path))
        {
            case Disturbance.IsLost:
                call.Http.Abort();
                return;
            case Disturbance.LosesAnswer:
                Answer(call, handle);
                call.Http.Abort();
                return;
            case Disturbance.IsRefused refused:
                await RestError.Disturbed(refused.Status).ExecuteAsync(call.Http);
                return;
            case Disturbance.IsAnswered answered:
                Answer(call, handle);
                await RestError.Disturbed(answered.Status).ExecuteAsync(call.Http);
                return;
            case Disturbance.IsRepeated repeated:
                for (var i = 0; i < repeated.Times; i++)
                    Answer(call, handle);
                break;
            case Disturbance.IsLate late:
                var result = Answer(call, handle);
                await network.Pace.HoldBack(late.By);
                await result.ExecuteAsync(call.Http);
                return;
        }

        await Answer(call, handle).ExecuteAsync(call.Http);
    }

    private IResult Answer(RestCall call, Func<RestCall, IResult> handle)
    {
        try
        {
            if (!RestApi.IsAuthentic(call.Http.Request, network.Options))
                throw RestError.Unauthenticated;
            if (call.Route("account") != network.Options.AccountSid)
                throw RestError.NotFound(call.Http.Request.Path);
            return handle(call);
        }
        catch (RestError error)
        {
            return error.Result();
        }
    }
}
