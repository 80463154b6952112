using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Logging;

namespace Infoline.Ivr.Tests;

public sealed class GarbledWebhookTests : IDisposable
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char, 0, 40],
        Gen.String[Gen.Char["0123456789*#+-abc\0\r\n<>&\"'\u202e%./\\?="], 0, 12],
        Gen.OneOf("", "0", "9", "*", "#", "1", "8", "11", "-1", "1e9", "99999999999999999999", "main", "fees", "../../etc/passwd", "main.main.main", "true"));

    private static readonly Gen<string> AnyPath = Gen.OneOf(
        Gen.OneOf("incoming", "language", "fallback", "menu/pl/main", "menu/en/fees", "menu/uk/permits", "menu/pl/main/", "menu//", "status/x", "menu/en"),
        Gen.OneOf("callback/en/main", "callback-already/pl/fees", "callback-number/en/main", "callback-typed/uk/main", "callback-when/pl/main", "callback-done/en/main", "leave/pl/main", "ring/5/caller", "ring/5/meanwhile"),
        Gen.Select(Gen.OneOf("pl", "en", "uk", "de", "PL"), AnyText, (language, node) => $"menu/{language}/{Uri.EscapeDataString(node)}"),
        AnyText.Select(Uri.EscapeDataString));

    private static readonly Gen<(string Name, string Value)[]> AnyFields = Gen.Select(
        Gen.OneOf(Gen.OneOf("CallSid", "Digits", "CallStatus", "CallDuration", "ErrorUrl", "From", "step", "tries", "told", "via", "aside", "ticket", "number", "asked", "turn"), AnyText),
        AnyText,
        (name, value) => (name, value)).Array[0, 8];

    private readonly RunningHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Whatever_a_signed_webhook_says_a_valid_document_comes_back() =>
        Gen.Select(AnyPath, AnyFields, AnyFields).Sample(
            (path, query, form) => Answered(path, query, form).GetAwaiter().GetResult(),
            iter: 400,
            threads: 1);

    [Fact]
    public async Task Values_far_longer_than_any_caller_sends_are_taken_as_missing()
    {
        var form = new Dictionary<string, string> { ["CallSid"] = new('C', 5000), ["Digits"] = new('5', 20_000), ["ErrorUrl"] = "http://x/" + new string('a', 5000) };

        var response = await _host.Post("/voice/menu/en/main?via=" + new string('a', 3000), form);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Twiml.Read(await Body(response)).Element("Gather")!.Attribute("action")!.Value.ShouldBe("/voice/menu/en/main?step=1&tries=1&told=1");
    }

    [Fact]
    public async Task A_body_larger_than_a_webhook_ever_is_is_refused_with_413_and_one_line()
    {
        var form = new Dictionary<string, string> { ["Digits"] = new('5', 70_000) };

        var response = await _host.Post("/voice/menu/en/main", form);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _host.Log.Named("WebhookUnreadable").ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        _host.Log.Lines.ShouldNotContain(line => line.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--y\r\nbroken")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%zz&&&=")]
    [InlineData("application/json", "{\"CallSid\":")]
    [InlineData("text/plain; charset=no-such-charset", "CallSid=CA1")]
    public async Task A_body_that_is_no_form_is_never_an_error_of_the_host(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var response = await _host.Send(HttpMethod.Post, "/voice/menu/uk/main", content);

        ((int)response.StatusCode).ShouldBeLessThan(500);
        _host.Log.Lines.ShouldNotContain(line => line.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.NotFound)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Other_methods_are_refused(string method, HttpStatusCode refusal)
    {
        var response = await _host.Send(new HttpMethod(method), "/voice/menu/uk/main", content: null);

        response.StatusCode.ShouldBe(refusal);
    }

    [Fact]
    public async Task A_place_that_a_newer_menu_no_longer_has_leads_to_the_main_menu_whatever_was_pressed()
    {
        var document = await _host.Document("/voice/menu/uk/no-such-node?step=4&told=1&via=main", "3");

        document.Element("Gather")!.Attribute("action")!.Value.ShouldBe("/voice/menu/uk/main?step=5&told=1");
    }

    private async Task Answered(string path, (string Name, string Value)[] query, (string Name, string Value)[] form)
    {
        var url = "/voice/" + path + "?" + string.Join('&', query.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        var fields = form.Select(field => (Name: OnTheWire(field.Name), Value: OnTheWire(field.Value)))
            .Where(field => field.Name.Length > 0)
            .DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Name, field => field.Value);

        var response = await _host.Post(url, fields);

        if (url.Contains("%00", StringComparison.Ordinal) || fields.Any(field => (field.Key + field.Value).Contains('\0', StringComparison.Ordinal)))
        {
            // The server itself refuses a null character, or leaves it escaped, which is not what was signed.
            ((int)response.StatusCode).ShouldBeOneOf(200, 400, 403);
            return;
        }

        response.StatusCode.ShouldBe(HttpStatusCode.OK, url);
        Twiml.Read(await Body(response));
    }

    /// <summary>Half a character cannot be sent in UTF-8; it arrives, and is signed, as the sign for what is no character.</summary>
    private static string OnTheWire(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Task<string> Body(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
