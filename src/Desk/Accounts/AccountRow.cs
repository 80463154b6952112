namespace Infoline.Desk.Accounts;

/// <summary>A row of <c>desk_accounts</c>, with what only sign-in may see.</summary>
internal sealed class AccountRow
{
    public const string Columns = """
        id AS Id, name AS Name, display_name AS DisplayName, password_hash AS PasswordHash, roles AS Roles, stamp AS Stamp,
        totp_secret AS TotpSecret, totp_step AS TotpStep, issuer AS Issuer, disabled_at AS DisabledAt, is_demo AS IsDemo,
        created_at AS CreatedAt, signed_in_at AS SignedInAt
        """;

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? PasswordHash { get; set; }

    public string Roles { get; set; } = "";

    public string Stamp { get; set; } = "";

    public string? TotpSecret { get; set; }

    public long TotpStep { get; set; }

    public string? Issuer { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public bool IsDemo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? SignedInAt { get; set; }

    public static string RoleList(IEnumerable<Role> roles) => string.Join(' ', roles.Distinct().Order().Select(role => role.Code()));

    public Account ToAccount() => new(
        AccountId.Parse(Id),
        Name,
        DisplayName,
        [.. Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Accounts.Roles.Parse).OfType<Role>()],
        Stamp,
        PasswordHash is not null,
        TotpSecret is not null,
        DisabledAt,
        Issuer is not null,
        IsDemo,
        CreatedAt,
        SignedInAt);
}
