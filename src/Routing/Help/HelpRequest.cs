using System.Globalization;

namespace Infoline.Routing;

/// <summary>A consultant in a conversation asks for a supervisor.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Helper">The account of the supervisor who looks after it, or null while nobody does.</param>
/// <param name="HelperName">The name of that supervisor; empty while there is none.</param>
public sealed record HelpRequest(DateTimeOffset Since, string? Helper, string HelperName)
{
    /// <summary>Reads what the scripts keep; null when nobody asks.</summary>
    internal static HelpRequest? Read(string? since, string? helper, string? name) =>
        long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new HelpRequest(DateTimeOffset.FromUnixTimeMilliseconds(at), string.IsNullOrEmpty(helper) ? null : helper, name ?? "")
            : null;
}
