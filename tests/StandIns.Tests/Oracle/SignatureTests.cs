using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Twilio.AspNet.Core;
using Twilio.Security;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>Request signatures against the vendor's library for Node: what it signs is accepted, and what is accepted it accepts.</summary>
[Collection(OracleTests.Name)]
public class SignatureTests(NodeLibrary node)
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Any.Of("", " ", "+48600100200", "Łódź", "Заявка № 5", "a=b&c", "%25+%20", "\"'<>", "💬", "\r\n\t", "  padded  "),
        Gen.String[Gen.Char['\u0020', '\u0460'], 0, 20]);

    // ASP.NET Core takes names that differ in case alone for one name; the vendor sends none such.
    private static readonly Gen<Dictionary<string, string>> Form =
        Gen.Select(Gen.String[Gen.Char['!', '~'], 1, 10].Array[0, 14], Text.Array[14])
            .Select((names, values) => names.Distinct(StringComparer.OrdinalIgnoreCase).Zip(values).ToDictionary(StringComparer.Ordinal));

    private static readonly Gen<string> Url = Gen.Select(
        Any.Of("https", "http"),
        Any.Of("infoline.example", "infoline.example:8443", "10.0.0.7:8080", "xn--d-uga.example"),
        Any.Of("", "/", "/voice/menu/uk/main", "/a%2Fb/%C5%81%C3%B3d%C5%BA", "/with+plus/~tilde"),
        Any.Of("", "?", "?b=2&a=1", "?q=a+b%20c&q=&empty", "?tries=0&via=..%2F..", "?a=%27%22%C4%85"),
        (scheme, host, path, query) => $"{scheme}://{host}{path}{query}");

    [Fact]
    public void A_form_that_the_library_signs_is_accepted() => Gen.Select(Url, Form).Sample((url, form) =>
        new RequestValidator(Token).Validate(url, form, Sign(url, Json(form))));

    [Fact]
    public void Ports_that_the_library_forgives_are_forgiven_and_forgeries_are_not() =>
        Gen.Select(Url, Form, Any.Of("", ":443", ":80", ":8443"), Gen.Bool).Sample((url, form, port, forged) =>
        {
            var signed = WithPort(url, port);
            var signature = Sign(forged ? signed + "x" : signed, Json(form));

            var ours = new RequestValidator(Token).Validate(url, form, signature);
            var theirs = node.Ask("validate", new() { ["token"] = Token, ["signature"] = signature, ["url"] = url, ["form"] = Json(form) })!.GetValue<bool>();

            // The official validator puts an address through System.Uri before it varies the port, and so changes some.
            if (Vendor.IsOfficial && !string.Equals(new UriBuilder(url).ToString(), url, StringComparison.Ordinal))
                return !forged || !ours;
            // Ours forgives a port that the library for Node does not; neither forgives a forgery.
            return forged ? !ours && !theirs : ours || !theirs;
        });

    [Fact]
    public void A_json_body_that_the_library_signs_is_accepted_and_a_changed_one_is_not() => Gen.Select(Url, Text).Sample((url, text) =>
    {
        var body = new JsonObject { ["text"] = text }.ToJsonString();
        var hash = node.Ask("hash", new() { ["body"] = body })!.GetValue<string>();
        var full = $"{url}{(url.Contains('?', StringComparison.Ordinal) ? "&" : "?")}bodySHA256={hash}";
        var signature = Sign(full, []);
        var validator = new RequestValidator(Token);

        return validator.Validate(full, body, signature)
            && !validator.Validate(full, body + " ", signature)
            && node.Ask("validateBody", new() { ["token"] = Token, ["signature"] = signature, ["url"] = full, ["body"] = body })!.GetValue<bool>();
    });

    [Fact]
    public async Task A_request_that_the_library_signs_passes_the_validation_of_ASP_NET_Core()
    {
        var samples = Form.Array[600].Single();
        foreach (var form in samples)
        {
            var context = Posted(form.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.Ordinal));
            context.Request.Headers["X-Twilio-Signature"] = Sign("https://infoline.example/voice/menu/uk/main?tries=0&x=%C5%81", Json(form));

            (await RequestValidationHelper.IsValidRequestAsync(context, Token)).ShouldBeTrue();
            (await RequestValidationHelper.IsValidRequestAsync(context, Token.ToUpperInvariant())).ShouldBeFalse();
        }
    }

    /// <summary>The vendor's libraries do not agree on names that come twice; ours takes both ways, the official one for C# only its own.</summary>
    [Fact]
    public async Task Names_that_come_twice_are_accepted_as_the_library_signs_them()
    {
        var context = Posted(new(StringComparer.Ordinal) { ["Media"] = new StringValues(["b", "a", "b"]), ["From"] = "+48600100200" });
        context.Request.Headers["X-Twilio-Signature"] = Sign(
            "https://infoline.example/voice/menu/uk/main?tries=0&x=%C5%81",
            new() { ["Media"] = new JsonArray("b", "a", "b"), ["From"] = "+48600100200" });

        (await RequestValidationHelper.IsValidRequestAsync(context, Token)).ShouldBe(!Vendor.IsOfficial);
    }

    private static DefaultHttpContext Posted(Dictionary<string, StringValues> form)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("infoline.example");
        context.Request.Path = "/voice/menu/uk/main";
        context.Request.QueryString = new QueryString("?tries=0&x=%C5%81");
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes(string.Join('&', form.SelectMany(field =>
            field.Value.Select(value => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value!)}")))));
        return context;
    }

    private string Sign(string url, JsonObject form) => node.Ask("sign", new() { ["token"] = Token, ["url"] = url, ["form"] = form })!.GetValue<string>();

    private static JsonObject Json(Dictionary<string, string> form) =>
        new(form.Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value)));

    private static string WithPort(string url, string port)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?') is var offset and >= 0 ? start + offset : url.Length;
        return url[..start] + url[start..end].Split(':')[0] + port + url[end..];
    }
}
