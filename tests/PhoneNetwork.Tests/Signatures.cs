using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Signatures
{
    [Fact]
    public void The_documented_example_gives_the_documented_signature()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = "CA1234567890ABCDE",
            ["Caller"] = "+14158675309",
            ["Digits"] = "1234",
            ["From"] = "+14158675309",
            ["To"] = "+18005551212",
        };

        RequestSignature.Compute("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form).ShouldBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    [Fact]
    public async Task A_request_is_signed_over_the_url_that_arrives_and_every_field()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Hangup/>");
        await using var network = office.Network("/voice?lang=pl&step=zażółć#rc=2");

        await network.Dial("+48600100200").IsHungUp();

        var asked = office.AskedFor("/voice").Single();
        asked.Headers["X-Twilio-Signature"].ShouldBe(
            RequestSignature.Compute("12345", office.Base.AbsoluteUri.TrimEnd('/') + asked.Path + asked.Query, asked.Form));
        asked.Headers["I-Twilio-Idempotency-Token"].ShouldNotBeEmpty();
    }
}
