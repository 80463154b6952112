using System.Collections.Concurrent;
using System.Reflection;
using Infoline.EndToEnd_Tests.Browser;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: ClosesWindows]

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>The browser of this machine, one for all tests; every test opens windows of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The shell has no windows of a desktop to draw, so that a page opens in half the time; the whole browser does as well.
    private static readonly string? Path = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    /// <summary>How long a page may take, in milliseconds: long enough for a machine that does much else.</summary>
    private const int Patience = 60_000;

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Open = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                // So that two windows find each other also where there is no network at all.
                "--allow-loopback-in-peer-connection",
            ],
        });
    }

    /// <summary>Opens a window of a visitor's own: nothing is shared with other windows but the host.</summary>
    internal async Task<IBrowserContext> VisitorAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "There is no browser; install the package chromium-headless-shell, or chromium.");
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 } };
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        if (TestContext.Current.Test?.UniqueID is { } test)
            Open.GetOrAdd(test, _ => []).Add(context);
        return context;
    }

    /// <summary>Closes what a test has left open: a page that looks for its host takes time from the tests that follow.</summary>
    internal static async ValueTask CloseAsync(string test)
    {
        if (!Open.TryRemove(test, out var windows))
            return;
        foreach (var window in windows)
            await window.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>At the end of every test its windows are closed.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosesWindowsAttribute : BeforeAfterTestAttribute
{
    // They close while the next test begins; nobody waits for it.
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _ = Chromium.CloseAsync(test.UniqueID).AsTask();
}
