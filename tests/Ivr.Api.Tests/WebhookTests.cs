using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace Infoline.Ivr.Tests;

public sealed class WebhookTests : IDisposable
{
    private readonly RunningHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_greeting_waits_for_one_key_and_takes_silence_as_an_answer()
    {
        var document = await _host.Document("/voice/incoming");

        var gather = document.Element("Gather").ShouldNotBeNull();
        gather.Attribute("numDigits")!.Value.ShouldBe("1");
        gather.Attribute("finishOnKey")!.Value.ShouldBe("");
        gather.Attribute("actionOnEmptyResult")!.Value.ShouldBe("true");
        gather.Attribute("action")!.Value.ShouldBe("/voice/language?tries=0");
    }

    [Theory]
    [InlineData("1", "pl")]
    [InlineData("2", "en")]
    [InlineData("3", "uk")]
    public async Task A_key_chooses_the_language_in_which_the_main_menu_answers(string key, string language)
    {
        var document = await _host.Document("/voice/language?tries=0", key);

        ActionOf(document).ShouldStartWith($"/voice/menu/{language}/main?");
    }

    [Fact]
    public async Task A_caller_who_chooses_no_language_hears_the_greeting_three_times_and_then_Polish()
    {
        ActionOf(await _host.Document("/voice/language?tries=0")).ShouldBe("/voice/language?tries=1");
        ActionOf(await _host.Document("/voice/language?tries=1", "7")).ShouldBe("/voice/language?tries=2");
        ActionOf(await _host.Document("/voice/language?tries=2")).ShouldStartWith("/voice/menu/pl/main?");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("%%%")]
    public async Task A_forged_signature_gets_403_and_one_line_in_the_log_that_tells_nothing_of_the_caller(string? signature)
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["From"] = "+48600100200" };

        var response = await _host.Post("/voice/incoming", form, signature ?? RunningHost.Sign("https://elsewhere.example/voice/incoming", form));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        var warning = _host.Log.Lines.Where(line => line.Level >= LogLevel.Warning && line.Event.Name is "WebhookRefused").ShouldHaveSingleItem();
        warning.Text.ShouldNotContain("600100200");
    }

    [Theory]
    [InlineData("/voice/menu/xx/main", "1")]
    [InlineData("/voice/menu/uk/no-such-node?step=4", "8")]
    [InlineData("/voice/menu/pl/main?tries=99999999999999&step=x&via=..%00..&told=maybe", "5")]
    [InlineData("/voice/menu/pl", "5")]
    [InlineData("/voice/nonsense/uk/%E2%80%AE", "")]
    [InlineData("/voice/language?tries=-1", "##")]
    [InlineData("/voice/menu/en/main", "99999999999999999999999999999999999999999999999999999999999999999999999999")]
    public async Task Garbled_parameters_lead_back_to_a_menu(string url, string digits)
    {
        var document = await _host.Document(url, digits);

        document.Name.LocalName.ShouldBe("Response");
        ActionOf(document).ShouldStartWith("/voice/");
    }

    [Fact]
    public async Task The_same_webhook_told_twice_gets_the_same_document()
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA7", ["Digits"] = "" };
        var first = await _host.Post("/voice/menu/en/main?step=3&tries=2", form, idempotency: "token-1");
        _host.Time.Advance(TimeSpan.FromHours(5));

        var again = await _host.Post("/voice/menu/en/main?step=3&tries=2", form, idempotency: "token-1");
        var later = await _host.Post("/voice/menu/en/main?step=3&tries=2", form, idempotency: "token-2");

        var cancellation = TestContext.Current.CancellationToken;
        (await again.Content.ReadAsStringAsync(cancellation)).ShouldBe(await first.Content.ReadAsStringAsync(cancellation));
        (await later.Content.ReadAsStringAsync(cancellation)).ShouldNotBe(await first.Content.ReadAsStringAsync(cancellation));
    }

    [Fact]
    public async Task The_end_of_a_call_is_logged_once_with_its_path_whatever_the_order_of_the_callbacks()
    {
        await _host.Document("/voice/incoming", callSid: "CA9");
        await _host.Document("/voice/language?tries=0", "2", "CA9");
        await _host.Document("/voice/menu/en/main?step=3", "#", "CA9");
        await _host.Document("/voice/menu/en/apply?step=2", "6", "CA9");
        await _host.Document("/voice/menu/en/apply?step=2", "6", "CA9");
        var end = new Dictionary<string, string> { ["CallSid"] = "CA9", ["CallStatus"] = "completed", ["CallDuration"] = "75" };

        await _host.Post("/voice/status", end);
        await _host.Post("/voice/status", end);

        var line = _host.Log.Lines.Where(line => line.Event.Name is "CallEnded").ShouldHaveSingleItem();
        line.Text.ShouldBe("Call CA9 completed after 75 s in en: wrong-key > main; ended at main");
    }

    private static string ActionOf(XElement document) => document.Element("Gather").ShouldNotBeNull().Attribute("action")!.Value;
}
