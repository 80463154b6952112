using Microsoft.AspNetCore.Http;

namespace Infoline.Desk.Shell;

/// <summary>How a person wants the pages to look. Kept in cookies of the browser, not in the account: a desk and a phone may differ.</summary>
/// <param name="Theme">Light, dark, or as the system says.</param>
/// <param name="SystemIsDark">What the system said last, as the browser reported it; counts only when <paramref name="Theme"/> follows the system.</param>
public sealed record DeskPreferences(ThemeChoice Theme, bool SystemIsDark)
{
    /// <summary>The cookie of the chosen theme.</summary>
    public const string ThemeCookie = "infoline-theme";

    /// <summary>The cookie in which the browser reports the scheme of its system (<c>dark</c> or <c>light</c>).</summary>
    public const string SchemeCookie = "infoline-scheme";

    /// <summary>What a browser gets that has not said anything yet.</summary>
    public static DeskPreferences Default { get; } = new(ThemeChoice.System, SystemIsDark: false);

    /// <summary>Whether the dark palette is to be shown.</summary>
    public bool IsDark => Theme is ThemeChoice.Dark || (Theme is ThemeChoice.System && SystemIsDark);

    /// <summary>Reads the cookies; anything unknown counts as not said.</summary>
    public static DeskPreferences Of(HttpRequest request) => new(
        ThemeChoices.Parse(request.Cookies[ThemeCookie]),
        string.Equals(request.Cookies[SchemeCookie], "dark", StringComparison.Ordinal));
}

/// <summary>The colour schemes to choose from.</summary>
public enum ThemeChoice
{
    /// <summary>As the operating system says.</summary>
    System,

    /// <summary>Dark text on light.</summary>
    Light,

    /// <summary>Light text on dark.</summary>
    Dark,
}

/// <summary>The codes of the schemes, as the cookie and the document carry them.</summary>
public static class ThemeChoices
{
    /// <summary>Every choice in the order in which the menu offers them.</summary>
    public static IReadOnlyList<ThemeChoice> All { get; } = [ThemeChoice.System, ThemeChoice.Light, ThemeChoice.Dark];

    /// <summary><c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    public static string Code(this ThemeChoice choice) => choice switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        _ => "system",
    };

    /// <summary>Reads a code; any other text means the system's scheme.</summary>
    public static ThemeChoice Parse(string? code) => code switch
    {
        "light" => ThemeChoice.Light,
        "dark" => ThemeChoice.Dark,
        _ => ThemeChoice.System,
    };
}
