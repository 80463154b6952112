using System.Net;

namespace Infoline.Ivr.Tests.Signatures;

/// <summary>Which address a webhook may have been signed for, with proxies in front of a real socket and without.</summary>
public sealed class ProxyTests
{
    private const string Path = "/voice/incoming?from=%C5%81%C3%B3d%C5%BA&x=a%2Fb+c";

    /// <summary>What a request carries in X-Forwarded-Proto and -Host, which address it was signed for, and whether it passes.</summary>
    private sealed record Webhook(string? Forwarded, string SignedFor, bool Passes);

    [Fact]
    public Task Without_a_known_proxy_the_address_is_the_hosts_own_whatever_is_forwarded() => Check(proxy: null, publicUrl: null,
        new(null, "{self}", true),
        new(null, "{self-without-port}", true),
        new(null, "https://infoline.example", false),
        new("https infoline.example", "https://infoline.example", false),
        new("https infoline.example", "{self}", true));

    [Fact]
    public Task A_proxy_that_is_not_known_is_not_believed() => Check(proxy: "10.9.8.7", publicUrl: null,
        new("https infoline.example", "https://infoline.example", false),
        new("https infoline.example", "{self}", true));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public Task A_known_proxy_is_believed(string proxy) => Check(proxy, publicUrl: null,
        new("https infoline.example", "https://infoline.example", true),
        new("https infoline.example", "https://infoline.example:443", true),
        new("https infoline.example", "http://infoline.example", false),
        new("https infoline.example", "{self}", false),
        new("https infoline.example:8443", "https://infoline.example:8443", true),
        new("https infoline.example:8443", "https://infoline.example", true),
        new("https infoline.example:8443", "https://infoline.example:9443", false),
        new("http infoline.example", "http://infoline.example:80", true),
        new(null, "{self}", true));

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    public Task A_public_address_wins_over_everything(string? proxy) => Check(proxy, publicUrl: "https://infoline.example/",
        new(null, "https://infoline.example", true),
        new(null, "https://infoline.example:443", true),
        new(null, "{self}", false),
        new("https elsewhere.example", "https://infoline.example", true),
        new("https elsewhere.example", "https://elsewhere.example", false));

    [Fact]
    public Task A_public_address_may_have_a_port() => Check(proxy: null, publicUrl: "https://infoline.example:8443",
        new(null, "https://infoline.example:8443", true),
        new(null, "https://infoline.example", true),
        new(null, "https://infoline.example:9443", false));

    [Fact]
    public async Task A_chain_of_known_proxies_is_followed_to_its_first_stranger()
    {
        await using var host = new RunningHost().With("Hotline:KnownProxies:0", "127.0.0.1").With("Hotline:KnownProxies:1", "10.0.0.5");

        var response = await Send(host, "https,https infoline.example,inner.example", "https://infoline.example", addresses: "203.0.113.7, 10.0.0.5");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stranger_behind_a_known_proxy_cannot_choose_the_address()
    {
        await using var host = new RunningHost().With("Hotline:KnownProxies:0", "127.0.0.1");

        var response = await Send(host, "https,https forged.example,infoline.example", "https://forged.example", addresses: "10.0.0.5, 203.0.113.7");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task Check(string? proxy, string? publicUrl, params Webhook[] webhooks)
    {
        await using var host = new RunningHost();
        if (proxy is not null)
            host.With("Hotline:KnownProxies:0", proxy);
        if (publicUrl is not null)
            host.With("Hotline:PublicUrl", publicUrl);

        foreach (var webhook in webhooks)
        {
            var response = await Send(host, webhook.Forwarded, webhook.SignedFor);

            response.StatusCode.ShouldBe(webhook.Passes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, webhook.ToString());
        }
    }

    private static async Task<HttpResponseMessage> Send(RunningHost host, string? forwarded, string signedFor, string addresses = "203.0.113.7")
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["FromCity"] = "ŁÓDŹ", ["Digits"] = "" };
        var self = host.Address;
        var origin = signedFor
            .Replace("{self}", self.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{self-without-port}", $"{self.Scheme}://{self.Host}", StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(self, Path)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", RunningHost.Sign(origin + Path, form));
        if (forwarded?.Split(' ') is [var scheme, var name])
        {
            request.Headers.Add("X-Forwarded-For", addresses);
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Add("X-Forwarded-Host", name);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
