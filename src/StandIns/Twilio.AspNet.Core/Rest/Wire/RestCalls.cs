using Twilio.Base;
using Twilio.Clients;

namespace Twilio.Rest.Wire;

/// <summary>The four kinds of calls that resources make, all under <c>/2010-04-01/Accounts/{AccountSid}</c>.</summary>
internal static class RestCalls
{
    public static async Task<T> PostAsync<T>(
        ITwilioRestClient? client,
        string? accountSid,
        string path,
        List<KeyValuePair<string, string>> form,
        Func<JsonFields, T> read)
    {
        client ??= TwilioClient.GetRestClient();
        var response = await client.RequestAsync(new(Http.HttpMethod.Post, Domain.Api, Address(client, accountSid, path), postParams: form));
        return JsonFields.Read(response.Content, read);
    }

    public static async Task<T> GetAsync<T>(
        ITwilioRestClient? client,
        string? accountSid,
        string path,
        List<KeyValuePair<string, string>> query,
        Func<JsonFields, T> read)
    {
        client ??= TwilioClient.GetRestClient();
        var response = await client.RequestAsync(new(Http.HttpMethod.Get, Domain.Api, Address(client, accountSid, path), queryParams: query));
        return JsonFields.Read(response.Content, read);
    }

    public static async Task<ResourceSet<T>> ListAsync<T>(
        ITwilioRestClient? client,
        string? accountSid,
        string path,
        List<KeyValuePair<string, string>> query,
        string listName,
        ReadOptions<T> options,
        Func<JsonFields, T> read)
        where T : Resource
    {
        client ??= TwilioClient.GetRestClient();
        var response = await client.RequestAsync(new(Http.HttpMethod.Get, Domain.Api, Address(client, accountSid, path), queryParams: query));
        return new(Page<T>.Read(response.Content, listName, read), listName, options.Limit, client, read);
    }

    public static async Task<bool> DeleteAsync(ITwilioRestClient? client, string? accountSid, string path)
    {
        client ??= TwilioClient.GetRestClient();
        var response = await client.RequestAsync(new(Http.HttpMethod.Delete, Domain.Api, Address(client, accountSid, path)));
        return (int)response.StatusCode is >= 200 and < 400;
    }

    /// <summary>One step of a path; a participant's may be a label of any characters.</summary>
    public static string Step(string value) => Uri.EscapeDataString(value);

    private static string Address(ITwilioRestClient client, string? accountSid, string path) =>
        $"/2010-04-01/Accounts/{Step(accountSid ?? client.AccountSid)}{path}.json";
}
