using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>Axe in the page itself, brought once for each document: the package's own way opens a second page for every look, which takes four times as long.</summary>
internal static class Axe
{
    /// <summary>WCAG 2.2 A and AA, and the advice of axe.</summary>
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly Lazy<string> Script = new(() =>
    {
        using var resource = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("The package brings no axe.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    });

    /// <summary>What is wrong for people who see, hear or move differently: the rule, and where it is broken.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        // Before its buttons work a page is inert, and axe passes over what is.
        await page.WaitForFunctionAsync("() => !document.querySelector('[inert]')");
        if (await page.EvaluateAsync<bool>("() => !globalThis.axe"))
            await page.EvaluateAsync($"() => {{ {Script.Value} }}");
        return await page.EvaluateAsync<string[]>(
            """
            async rules => {
              const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
              if (found.passes.length === 0) throw new Error('Axe has looked at nothing.');
              return found.violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' | ')}`);
            }
            """,
            Rules);
    }
}
