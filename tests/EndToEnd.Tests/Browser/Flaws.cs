using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>What axe finds in a page.</summary>
internal static class Flaws
{
    public static async Task NoneAsync(IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
    }
}
