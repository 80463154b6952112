using System.Text.Json.Nodes;
using CsCheck;
using Twilio.Jwt.AccessToken;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>Access tokens of the Voice SDK against the vendor's library for Node, which verifies ours and issues the same.</summary>
[Collection(OracleTests.Name)]
public class AccessTokenTests(NodeLibrary node)
{
    private const string Account = "AC11111111111111111111111111111111";
    private const string Key = "SK22222222222222222222222222222222";
    private const string Secret = "0123456789abcdefghijklmnopqrstuv";

    [Fact]
    public void A_token_says_who_may_do_what_until_when()
    {
        var expiration = DateTime.UtcNow.AddHours(8);
        var start = DateTime.UtcNow.AddMinutes(-1);
        var grant = new VoiceGrant { IncomingAllow = true, OutgoingApplicationSid = "AP1" };

        var verified = Verify(new Token(Account, Key, Secret, "consultant_7", expiration, start, [grant]).ToJwt());

        Names(verified["header"]!).ShouldBe(["alg", "cty", "typ"]);
        verified["header"]!["cty"]!.GetValue<string>().ShouldBe("twilio-fpa;v=1");
        verified["header"]!["typ"]!.GetValue<string>().ShouldBe("JWT");
        var payload = verified["payload"]!;
        Names(payload).ShouldBe(["exp", "grants", "iss", "jti", "nbf", "sub"]);
        payload["iss"]!.GetValue<string>().ShouldBe(Key);
        payload["sub"]!.GetValue<string>().ShouldBe(Account);
        payload["jti"]!.GetValue<string>().ShouldMatch($"^{Key}-[0-9]+$");
        Math.Abs(payload["exp"]!.GetValue<long>() - new DateTimeOffset(expiration).ToUnixTimeSeconds()).ShouldBeLessThanOrEqualTo(1);
        Math.Abs(payload["nbf"]!.GetValue<long>() - new DateTimeOffset(start).ToUnixTimeSeconds()).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Tokens_allow_what_the_librarys_own_allow() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 121], Gen.Bool, Any.Of<string?>(null, "AP1"), Any.Of<string?>(null, "CR1"), Gen.Bool, Any.Of<string?>(null, "ie1"))
            .Sample((identity, incoming, application, push, parameters, region) =>
            {
                var grant = new VoiceGrant { IncomingAllow = incoming, OutgoingApplicationSid = application, PushCredentialSid = push };
                if (parameters)
                    grant.OutgoingApplicationParams = new() { ["desk"] = "Łódź \"1\"" };
                var ours = Verify(new Token(Account, Key, Secret, identity, grants: [grant], region: region).ToJwt());

                var theirs = Verify(node.Ask("issue", new()
                {
                    ["account"] = Account,
                    ["key"] = Key,
                    ["secret"] = Secret,
                    ["options"] = Given(new() { ["identity"] = identity, ["ttl"] = 3600, ["region"] = region }),
                    ["grant"] = Given(new()
                    {
                        ["incomingAllow"] = incoming,
                        ["outgoingApplicationSid"] = application,
                        ["outgoingApplicationParams"] = parameters ? new JsonObject { ["desk"] = "Łódź \"1\"" } : null,
                        ["pushCredentialSid"] = push,
                    }),
                })!.GetValue<string>());

                return JsonNode.DeepEquals(ours["header"], theirs["header"])
                    && JsonNode.DeepEquals(ours["payload"]!["grants"], theirs["payload"]!["grants"])
                    && Math.Abs(ours["payload"]!["exp"]!.GetValue<long>() - theirs["payload"]!["exp"]!.GetValue<long>()) <= 5;
            });

    [Fact]
    public void A_token_of_another_secret_or_of_yesterday_does_not_verify()
    {
        Should.Throw<InvalidOperationException>(() => Verify(new Token(Account, Key, new string('x', 32)).ToJwt())).Message.ShouldContain("invalid signature");
        Should.Throw<InvalidOperationException>(() => Verify(new Token(Account, Key, Secret, expiration: DateTime.UtcNow.AddDays(-1)).ToJwt()))
            .Message.ShouldContain("jwt expired");
    }

    [Fact]
    public void A_secret_too_short_for_the_algorithm_is_refused() =>
        Should.Throw<ArgumentException>(() => new Token(Account, Key, "short").ToJwt());

    private JsonNode Verify(string jwt) => node.Ask("verify", new() { ["jwt"] = jwt, ["secret"] = Secret })!;

    private static IEnumerable<string> Names(JsonNode json) => json.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);

    private static JsonObject Given(JsonObject options)
    {
        foreach (var name in options.Where(option => option.Value is null).Select(option => option.Key).ToList())
            options.Remove(name);
        return options;
    }
}
