using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Infoline.Sql;

namespace Infoline.Cases.Lookup;

/// <summary>
/// Hashes numbers of cases with a key that the first node makes and all nodes share, so that neither the limits in Redis nor the
/// audit hold a number that nobody found.
/// </summary>
internal sealed class LookupSecret(Database database)
{
    private const string Name = "case-keys";
    private byte[]? _key;

    /// <summary>The hash of a running number and year.</summary>
    public async Task<string> HashAsync(int running, int year, CancellationToken cancellationToken) =>
        Hash(_key ??= await LoadAsync(cancellationToken), string.Create(CultureInfo.InvariantCulture, $"{running}#{year}"));

    private static string Hash(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)).AsSpan(0, 16));

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await connection.ExecuteAsync(new CommandDefinition("INSERT INTO case_secrets (name, value) VALUES (@Name, @made) ON CONFLICT (name) DO NOTHING", new { Name, made }, cancellationToken: cancellationToken));
        return Convert.FromHexString(await connection.QuerySingleAsync<string>(new CommandDefinition("SELECT value FROM case_secrets WHERE name = @Name", new { Name }, cancellationToken: cancellationToken)));
    }
}
