using Microsoft.Extensions.Options;

namespace Infoline.Desk;

/// <summary>The settings of the pages, under <c>Desk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Desk";

    /// <summary>The folder of the keys that protect cookies, when they are not kept in Redis. Relative paths start at the current folder.</summary>
    public string KeysFolder { get; set; } = "data/keys";

    /// <summary>Sign-ins and codes that one network address may send a minute, 5 to 1000; more are refused unseen.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Makes demo accounts and shows them on the sign-in page; null: in development. Production refuses to start with it.</summary>
    public bool? DemoAccounts { get; set; }

    /// <summary>Other sites to which scripts of the pages may connect, for example <c>wss://*.twilio.com</c> for the softphone.</summary>
    public IList<string> ConnectSources { get; } = [];

    /// <summary>The identity provider of the office; without an authority there is none.</summary>
    public OpenIdOptions OpenId { get; } = new();
}

/// <summary>The identity provider of the office, under <c>Desk:OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The address of the provider; empty: accounts of this program only.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The name of this program at the provider.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret there.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says after "Sign in with"; for example the name of the office.</summary>
    public string DisplayName { get; set; } = "OpenID Connect";

    /// <summary>The claim that carries roles or groups.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>A value of that claim for each role of the desk it gives: <c>"hotline-agents": "consultant"</c>.</summary>
    public IDictionary<string, string> Roles { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Says of each wrong setting which key it is, what is wrong, and what to write instead.</summary>
internal sealed class DeskOptionsCheck : IValidateOptions<DeskOptions>
{
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        List<string> faults = [];
        if (options.SignInsPerMinute is < 5 or > 1000)
        {
            faults.Add($"Desk:SignInsPerMinute is {options.SignInsPerMinute}; write a number from 5 to 1000.");
        }

        if (string.IsNullOrWhiteSpace(options.KeysFolder))
        {
            faults.Add("Desk:KeysFolder is empty; write a folder, for example data/keys.");
        }

        if (options.OpenId.Authority.Length > 0)
        {
            if (!Uri.TryCreate(options.OpenId.Authority, UriKind.Absolute, out var authority) || (!authority.IsLoopback && authority.Scheme is not "https"))
            {
                faults.Add($"Desk:OpenId:Authority is '{options.OpenId.Authority}', which is not the https address of an identity provider; write for example https://login.example.gov.pl/realms/office.");
            }

            if (options.OpenId.ClientId.Length == 0)
            {
                faults.Add("Desk:OpenId:ClientId is empty; write the name under which the identity provider knows this program.");
            }

            if (options.OpenId.Roles.Count == 0)
            {
                faults.Add("Desk:OpenId:Roles is empty, so nobody could do anything; write for example \"hotline-agents\": \"consultant\".");
            }

            faults.AddRange(options.OpenId.Roles.Where(pair => Accounts.Roles.Parse(pair.Value) is null).Select(pair =>
                $"Desk:OpenId:Roles:{pair.Key} is '{pair.Value}'; write consultant, supervisor, editor, administrator or auditor."));
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
