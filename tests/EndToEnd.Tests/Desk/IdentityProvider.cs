using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>An identity provider of an office on a real socket: signs in whoever the test says, by the code flow of OpenID Connect.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, string> _nonces = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app) => _app = app;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Who signs in next.</summary>
    public (string Subject, string Name, string[] Groups) Person { get; set; } = ("s-1", "Test person", []);

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new IdentityProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            jwks_uri = $"{Address}/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(false)) { KeyId = "k1" });
            return new { keys = new[] { new { kty = key.Kty, kid = key.KeyId, use = "sig", alg = "RS256", n = key.N, e = key.E } } };
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.NewGuid().ToString("N");
            _nonces[code] = request.Query["nonce"].ToString();

            // A browser would be sent back with these; the test goes itself.
            return Results.Json(new { target = request.Query["redirect_uri"].ToString(), code, state = request.Query["state"].ToString(), challenge = request.Query["code_challenge"].ToString() });
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return _nonces.TryRemove(form["code"].ToString(), out var nonce)
                ? Results.Json(new { access_token = "a", token_type = "Bearer", id_token = Token(nonce) })
                : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private string Token(string nonce)
    {
        List<Claim> claims = [new("sub", Person.Subject), new("name", Person.Name), new("nonce", nonce), .. Person.Groups.Select(group => new Claim("groups", group))];
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "infoline",
            Subject = new ClaimsIdentity(claims),
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        });
    }
}
