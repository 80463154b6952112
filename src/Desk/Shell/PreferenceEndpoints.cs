using Infoline.Desk.Accounts;
using Infoline.Prompts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace Infoline.Desk.Shell;

/// <summary>Keeps the language and the theme of a browser. Nothing but its looks changes, so a link may do it.</summary>
internal static class PreferenceEndpoints
{
    public const string LanguageCookie = "infoline-language";
    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/preferences/language/{code}", SetLanguage).AllowAnonymous();
        app.MapGet("/desk/preferences/theme/{code}", SetTheme).AllowAnonymous();
    }

    private static IResult SetLanguage(string code, string? @return, HttpContext http)
    {
        if (!LanguageCodes.TryParse(code, out var language))
        {
            return Results.NotFound();
        }

        Keep(http, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Tag())));
        return Results.LocalRedirect(Back(@return));
    }

    private static IResult SetTheme(string code, string? @return, HttpContext http)
    {
        Keep(http, DeskPreferences.ThemeCookie, ThemeChoices.Parse(code).Code());
        return Results.LocalRedirect(Back(@return));
    }

    // The sign-in page has languages too.
    private static string Back(string? path) => path is not null && path.StartsWith(DeskCookies.SignInPath, StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        ? path
        : DeskCookies.LocalPath(path);

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = CookieLife,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });
}
