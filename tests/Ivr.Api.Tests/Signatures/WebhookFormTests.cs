using CsCheck;
using Infoline.Ivr.Voice.Signatures;
using Microsoft.AspNetCore.WebUtilities;

namespace Infoline.Ivr.Tests.Signatures;

public sealed class WebhookFormTests
{
    private static readonly Gen<string> AnyBody = Gen.OneOf(
        Gen.String[Gen.Char["abAB=&%+20F\u0001~"], 0, 30],
        Gen.Select(Gen.OneOf("CallSid", "callsid", "Digits", "x", "a+b", "%41", "%C3%B3"), Gen.String[Gen.Char["09*#+%aF =\u00f3"], 0, 6], (name, value) => name + "=" + Uri.EscapeDataString(value))
            .Array[0, 6].Select(fields => string.Join('&', fields)));

    [Fact]
    public void Whatever_it_reads_the_framework_would_have_read_alike() => AnyBody.Sample(body =>
    {
        if (WebhookForm.TryRead(System.Text.Encoding.UTF8.GetBytes(body)) is not { } form)
        {
            return;
        }

        using var reader = new FormReader(body);
        var expected = reader.ReadForm();
        form.Count.ShouldBe(expected.Count, body);
        foreach (var (name, value) in expected)
        {
            form[name].ShouldBe(value, body);
        }
    });

    [Theory]
    [InlineData("CallSid=CA1&Digits=%23&From=%2B48600100200&FromCity=", 4)]
    [InlineData("", 0)]
    public void The_plain_forms_of_the_network_are_read(string body, int fields) =>
        WebhookForm.TryRead(System.Text.Encoding.UTF8.GetBytes(body)).ShouldNotBeNull().Count.ShouldBe(fields);

    [Theory]
    [InlineData("Digits=1&digits=2")]
    [InlineData("FromCity=%C5%81%C3%B3d%C5%BA")]
    [InlineData("Digits")]
    [InlineData("=1")]
    [InlineData("Digits=%4")]
    [InlineData("Digits=%zz")]
    [InlineData("Digits=%00")]
    public void What_is_not_plain_is_left_to_the_framework(string body) =>
        WebhookForm.TryRead(System.Text.Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [Fact]
    public async Task A_form_that_is_left_to_the_framework_is_checked_and_answered_like_any_other()
    {
        using var host = new RunningHost();
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["Digits"] = "1", ["FromCity"] = "Łódź" };

        var response = await host.Post("/voice/menu/en/main?step=2&told=1", form);

        var document = Twiml.Read(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        document.Element("Gather")!.Attribute("action")!.Value.ShouldBe("/voice/menu/en/apply?step=3&told=1&via=main");
    }
}
