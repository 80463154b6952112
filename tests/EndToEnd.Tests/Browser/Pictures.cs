using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>Pictures of windows, kept with the test's results.</summary>
internal static class Pictures
{
    public static Task TakeAsync(IPage page, string name, bool whole = false) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "phone", $"{name}.png"),
        FullPage = whole,
    });
}
