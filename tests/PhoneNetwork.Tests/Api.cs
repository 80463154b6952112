using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Infoline.PhoneNetwork.Tests;

/// <summary>Speaks to a network's REST resources as an SDK does.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _account;

    private Api(Uri address, string account, string token)
    {
        _account = account;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{token}")));
    }

    public static async Task<Api> OfAsync(TelephoneNetwork network, string token = "12345") =>
        new(await network.ServeAsync(), new PhoneNetworkOptions().AccountSid, token);

    public Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, Path(path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public Task<Answer> Get(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Path(path)));

    public Task<Answer> Delete(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, Path(path)));

    public async Task<byte[]> Bytes(string path) => await _http.GetByteArrayAsync(Path(path));

    public void Dispose() => _http.Dispose();

    private string Path(string path) => $"/2010-04-01/Accounts/{_account}/{path}";

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _http.SendAsync(request))
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Answer(response.StatusCode, text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : []);
        }
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonObject Body)
{
    public string this[string field] => Body[field]?.ToString() ?? "";

    public IReadOnlyList<JsonNode> Items(string name) => [.. Body[name]!.AsArray().Select(item => item!)];
}
