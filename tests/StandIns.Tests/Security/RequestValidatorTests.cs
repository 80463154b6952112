using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Twilio.Security;

namespace Infoline.StandIns.Tests.Security;

public class RequestValidatorTests
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly RequestValidator Validator = new("12345");

    private static Dictionary<string, string> Parameters => new(StringComparer.Ordinal)
    {
        ["To"] = "+18005551212",
        ["CallSid"] = "CA1234567890ABCDE",
        ["From"] = "+14158675309",
        ["Caller"] = "+14158675309",
        ["Digits"] = "1234",
    };

    [Fact]
    public void Documented_request_is_accepted() => Validator.Validate(Url, Parameters, Signature).ShouldBeTrue();

    [Fact]
    public void Documented_request_is_accepted_as_name_value_collection()
    {
        var collection = new NameValueCollection();
        foreach (var (name, value) in Parameters)
            collection.Add(name, value);

        Validator.Validate(Url, collection, Signature).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2#fragment")]
    [InlineData("https://mycompany.com:8443/other.php?foo=1&bar=2")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2")]
    public void Another_url_is_refused(string url) => Validator.Validate(url, Parameters, Signature).ShouldBeFalse();

    [Fact]
    public void Port_that_was_not_signed_is_accepted() =>
        Validator.Validate("https://mycompany.com:8443/myapp.php?foo=1&bar=2", Parameters, Signature).ShouldBeTrue();

    /// <summary>The official validator leaves this to its caller, which drops the port of HTTPS; ours knows it by itself.</summary>
    [Fact]
    public void Default_port_that_was_written_out_but_not_signed_is_accepted_by_ours() =>
        Validator.Validate("https://mycompany.com:443/myapp.php?foo=1&bar=2", Parameters, Signature).ShouldBe(!Vendor.IsOfficial);

    [Theory]
    [InlineData("https://mycompany.com/a?b=c", "https://mycompany.com:443/a?b=c")]
    [InlineData("http://mycompany.com/a?b=c", "http://mycompany.com:80/a?b=c")]
    public void Port_that_was_signed_but_not_seen_is_accepted(string seen, string withPort) =>
        Validator.Validate(seen, Parameters, Sign("12345", withPort, Parameters)).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Missing_signature_is_an_argument_fault(string? signature) =>
        Should.Throw<ArgumentException>(() => Validator.Validate(Url, Parameters, signature!));

    [Fact]
    public void Changed_dropped_added_or_foreign_signed_parameters_are_refused() =>
        Gen.Select(Form, Gen.String, Gen.Int[0, 3]).Sample((form, other, change) =>
        {
            var token = change == 3 ? "54321" : "12345";
            var signature = Sign(token, Url, form);
            var sent = new Dictionary<string, string>(form, StringComparer.Ordinal);
            var name = sent.Keys.First();
            if (change == 0)
                sent[name] += "x" + other;
            else if (change == 1)
                sent.Remove(name);
            else if (change == 2)
                sent["\uFFFD new"] = other;

            var dropsNothing = change == 1 && (name + form[name]).Length == 0;
            return dropsNothing || !Validator.Validate(Url, sent, signature);
        });

    [Fact]
    public void What_is_signed_is_accepted() =>
        Form.Sample(form => Validator.Validate(Url, form, Sign("12345", Url, form)));

    [Fact]
    public void Json_body_is_checked_against_the_hash_in_the_url()
    {
        const string body = "{\"property\": \"wartość\", \"boolean\": true}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var url = "https://example.com/events?a=1&bodySHA256=" + hash;
        var signature = Sign("12345", url, []);

        Validator.Validate(url, body, signature).ShouldBeTrue();
        Validator.Validate(url, body + " ", signature).ShouldBeFalse();
        Validator.Validate("https://example.com/events?a=1", body, Sign("12345", "https://example.com/events?a=1", [])).ShouldBeFalse();
        RequestValidator.ValidateBody(body, hash).ShouldBeTrue();
        RequestValidator.ValidateBody(body, "").ShouldBeFalse();
    }

    [Fact]
    public void One_validator_serves_many_threads() =>
        Parallel.For(0, 2000, _ => Validator.Validate(Url, Parameters, Signature).ShouldBeTrue());

    private static readonly Gen<Dictionary<string, string>> Form =
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 12], Gen.String[Gen.Char['\u0020', '\u0460'], 0, 30])[1, 12]
            .Select(form => new Dictionary<string, string>(form, StringComparer.Ordinal));

    // Twilio's rule, written once more and in another way than the code under test.
    private static string Sign(string token, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var message = url + string.Concat(form.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + p.Value));
#pragma warning disable CA5350 // Twilio's algorithm.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(message)));
#pragma warning restore CA5350
    }
}
