using Infoline.EndToEnd_Tests.Browser;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>A window of somebody who works at the desk.</summary>
internal static class Window
{
    /// <summary>Opens a window and signs in to a demo account by its button.</summary>
    public static async Task<IPage> OpenAsync(Chromium chromium, DeskHost host, string demoAccount, ColorScheme scheme = ColorScheme.Light, string? script = null)
    {
        var visitor = await chromium.VisitorAsync(new() { ColorScheme = scheme, Locale = "pl-PL", ViewportSize = new() { Width = 1280, Height = 900 } });
        if (script is not null)
        {
            await visitor.AddInitScriptAsync(script);
        }

        var page = await visitor.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, "/desk/sign-in").AbsoluteUri);
        await page.Locator($"form:has(input[value='{demoAccount}']) button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Asks that the page can be read without scrolling sideways, as soon as it has settled after a change of its width; names what sticks out.</summary>
    public static async Task FitsAsync(this IPage page, string what)
    {
        try
        {
            await page.WaitForFunctionAsync("document.documentElement.scrollWidth <= innerWidth", null, new() { Timeout = 2000 });
        }
        catch (TimeoutException)
        {
            var outside = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5).slice(0, 8).map(e => e.outerHTML.slice(0, 120))");
            outside.ShouldBeEmpty($"{what}: the page is wider than its window");
            throw;
        }
    }

    /// <summary>Keeps a picture for people in the folder that INFOLINE_SCREENSHOTS names; without it none is kept.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("INFOLINE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>Waits for a heading of the page.</summary>
    public static Task HeadingAsync(this IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Name = text }).First.WaitForAsync();
}
