using System.Net;
using System.Text;
using Twilio.Rest;

namespace Twilio.Http;

/// <summary>A request to Twilio's REST API.</summary>
public class Request
{
    // Twilio serves an edge only together with a region; this one is meant when none is named.
    private const string DefaultRegion = "us1";

    /// <summary>A request to a whole URL.</summary>
    public Request(HttpMethod method, string url)
    {
        Method = method;
        Uri = new Uri(url);
    }

    /// <summary>A request to a path of one of Twilio's products, such as <c>api.twilio.com</c>.</summary>
    public Request(
        HttpMethod method,
        Domain domain,
        string uri,
        string? region = null,
        List<KeyValuePair<string, string>>? queryParams = null,
        List<KeyValuePair<string, string>>? postParams = null,
        string? edge = null,
        List<KeyValuePair<string, string>>? headerParams = null)
        : this(method, $"https://{domain}.twilio.com{uri}")
    {
        Region = region;
        Edge = edge;
        QueryParams = queryParams ?? [];
        PostParams = postParams ?? [];
        HeaderParams = headerParams ?? [];
    }

    public HttpMethod Method { get; }

    /// <summary>The address before region, edge and query are put into it.</summary>
    public Uri Uri { get; }

    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Where the account's data live, such as <c>ie1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Where the request enters Twilio's network, such as <c>dublin</c>.</summary>
    public string? Edge { get; set; }

    public string[]? UserAgentExtensions { get; set; }

    public List<KeyValuePair<string, string>> QueryParams { get; } = [];

    public List<KeyValuePair<string, string>> PostParams { get; } = [];

    public List<KeyValuePair<string, string>> HeaderParams { get; } = [];

    /// <summary>The address with region, edge and query.</summary>
    public Uri ConstructUrl()
    {
        var url = Routed();
        return QueryParams.Count == 0 ? url : new Uri($"{url.AbsoluteUri}?{Encoded(QueryParams)}");
    }

    /// <summary>Signs the request with HTTP's Basic scheme.</summary>
    public void SetAuth(string username, string password)
    {
        Username = username;
        Password = password;
    }

    /// <summary>The form as it goes on the wire.</summary>
    public byte[] EncodePostParams() => Encoding.UTF8.GetBytes(Encoded(PostParams));

    /// <summary>Adds a parameter to the query.</summary>
    public void AddQueryParam(string name, string value) => QueryParams.Add(new(name, value));

    /// <summary>Adds a field to the form.</summary>
    public void AddPostParam(string name, string value) => PostParams.Add(new(name, value));

    /// <summary>Adds a header.</summary>
    public void AddHeaderParam(string name, string value) => HeaderParams.Add(new(name, value));

    /// <summary>Hosts read product[.edge][.region].twilio.com; what the request names wins over what its address has.</summary>
    private Uri Routed()
    {
        if (Region is null && Edge is null)
            return Uri;
        var labels = Uri.Host.Split('.');
        var region = Region ?? labels.Length switch { 4 => labels[1], 5 => labels[2], _ => null };
        var edge = Edge ?? (labels.Length == 5 ? labels[1] : null);
        if (edge is not null)
            region ??= DefaultRegion;
        string?[] host = [labels[0], edge, region, .. labels[^2..]];
        return new UriBuilder(Uri) { Host = string.Join('.', host.Where(label => !string.IsNullOrEmpty(label))) }.Uri;
    }

    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
}
