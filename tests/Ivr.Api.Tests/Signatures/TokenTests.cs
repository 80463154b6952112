using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Infoline.Ivr.Tests.Signatures;

public sealed class TokenTests
{
    private const string Other = "fedcba9876543210fedcba9876543210";

    [Fact]
    public async Task While_tokens_are_changed_both_are_accepted_and_the_log_tells_once_of_the_second()
    {
        await using var host = new RunningHost().With("Twilio:OtherAuthToken", Other).With("Twilio:OtherAuthTokenUntil", "2026-11-24T14:00:00+01:00");

        (await Send(host, RunningHost.AuthToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Send(host, Other)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Send(host, Other)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Send(host, "00000000000000000000000000000000")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        host.Log.Lines.Where(line => line.Event.Name is "OtherTokenSeen").ShouldHaveSingleItem().Text.ShouldNotContain(Other);
    }

    [Fact]
    public async Task After_the_window_the_second_token_is_refused()
    {
        await using var host = new RunningHost().With("Twilio:OtherAuthToken", Other).With("Twilio:OtherAuthTokenUntil", "2026-11-24T12:30Z");
        (await Send(host, Other)).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Time.Advance(TimeSpan.FromMinutes(90));

        (await Send(host, Other)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Send(host, RunningHost.AuthToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{\"a\": \"ż\"}", "{\"a\": \"ż\"}", true)]
    [InlineData("{\"a\": \"ż\"}", "{\"a\": \"z\"}", false)]
    [InlineData("{\"a\": \"ż\"}", "", false)]
    public async Task A_body_that_is_no_form_must_have_the_hash_that_was_signed(string promised, string sent, bool passes)
    {
        await using var host = new RunningHost();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(promised)));

        var response = await SendJson(host, $"/voice/incoming?bodySHA256={hash}", sent);

        response.StatusCode.ShouldBe(passes ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/voice/incoming?bodySHA256")]
    [InlineData("/voice/incoming?bodySHA256=")]
    [InlineData("/voice/incoming?bodySHA256=x&bodySHA256=y")]
    public async Task A_hash_that_is_none_is_refused(string url)
    {
        await using var host = new RunningHost();

        (await SendJson(host, url, "{}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> Send(RunningHost host, string token)
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1" };
        return await host.Post("/voice/incoming", form, RunningHost.Sign(new Uri(host.Address, "/voice/incoming").AbsoluteUri, form, token));
    }

    private static async Task<HttpResponseMessage> SendJson(RunningHost host, string url, string body)
    {
        var address = new Uri(host.Address, url);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Twilio-Signature", RunningHost.Sign(address.AbsoluteUri, new Dictionary<string, string>()));
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
