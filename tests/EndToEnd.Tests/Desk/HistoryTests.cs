using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Infoline.EndToEnd_Tests.Browser;
using Infoline.Records.Calls;
using Infoline.Records.Tests;
using Infoline.Records.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>The supervisor looks back at a week of random calls.</summary>
public sealed class HistoryTests(Chromium chromium, SharedDesk shared) : IClassFixture<SharedDesk>, IAsyncLifetime
{
    private const string Week = "/desk/history?from=2026-03-02&until=2026-03-09";
    private static readonly CallRecord[] Calls = Histories.Of(300, seed: 20260302);

    public async ValueTask InitializeAsync()
    {
        // The same record written again changes nothing.
        var writer = shared.Host.Services.GetRequiredService<RecordsWriter>();
        if (await writer.WriteAsync(Calls[^1], Cancel) is WriteResult.Written)
        {
            foreach (var call in Calls)
            {
                await writer.WriteAsync(call, Cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_supervisor_goes_from_the_figures_of_a_week_down_to_the_time_line_of_one_call()
    {
        var page = await OpenAsync(Week);
        var asked = Calls.Count(call => call.Events.Any(each => each is AskedForConsultant));
        await page.Locator("[data-total=Arrived] .figure-value", new() { HasText = "300" }).WaitForAsync();
        await page.Locator("[data-total=Asked] .figure-value", new() { HasText = asked.ToString(CultureInfo.InvariantCulture) }).WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Tydzień", Exact = true }).ClickAsync();
        await page.Locator(".week").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Rozmowy", Exact = true }).ClickAsync();
        await page.Locator("#outcome").SelectOptionAsync("abandoned-ringing");
        var given = Calls.Where(call => call.Events[^2] is OfferEnded { Outcome: OfferOutcome.Rescinded } && !call.Events.Any(each => each is Connected)).OrderByDescending(call => call.Events[0].At).ToList();
        await Assertions.Expect(page.Locator(".calls tbody tr")).ToHaveCountAsync(given.Count);
        await page.Locator($"[data-call={given[0].CallId}] a").ClickAsync();

        await page.GetByText("Rozmówca odszedł wcześniej").WaitForAsync();
        await Assertions.Expect(page.Locator(".time-line li")).ToHaveCountAsync(given[0].Events.Length);
        (await page.BarriersAsync()).ShouldBeEmpty();
        await page.KeepPictureAsync("history-call-light-1280");
        using var auditor = await shared.Host.SignedIn("demo-auditor");
        (await auditor.Page("/desk/audit.csv")).ShouldContain($"history.call,call,{given[0].CallId}");
    }

    [Fact]
    public async Task The_workbook_from_the_page_has_the_right_figures_and_the_export_is_audited()
    {
        var page = await OpenAsync(Week + "&cut=Language");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Arkusz (XLSX)" });

        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        download.SuggestedFilename.ShouldBe("infoline-figures-2026-03-02-2026-03-09.xlsx");
        using var document = SpreadsheetDocument.Open(await download.PathAsync(), isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ToList()).ToList();
        rows[0].Take(2).ShouldBe(["Język", "Połączenia"]);
        rows.Skip(1).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal).ShouldBe(
            Calls.GroupBy(call => call.Events.OfType<LanguageChosen>().FirstOrDefault()?.Language ?? "")
                .ToDictionary(group => group.Key, group => group.Count().ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
            ignoreOrder: true);
        using var auditor = await shared.Host.SignedIn("demo-auditor");
        (await auditor.Page("/desk/audit.csv")).ShouldContain("history.exported,history,figures");
    }

    [Fact]
    public async Task Every_view_has_no_barrier_in_either_theme_and_fits_every_width()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenAsync(Week, scheme);
            foreach (var (view, ready) in new[] { ("Figures", ".table.numbers"), ("Week", ".week td.strong"), ("Menu", ".menu-tree"), ("Calls", ".table.calls") })
            {
                await page.GotoAsync(new Uri(shared.Host.Address, $"{Week}&view={view}").AbsoluteUri);
                await page.Locator(ready).First.WaitForAsync();

                // 640 pixels are 1280 at a zoom of 200 %.
                foreach (var width in new[] { 390, 640, 1280 })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.FitsAsync($"{view} at {width}");
                    await page.KeepPictureAsync($"history-{view}-{scheme}-{width}".ToLowerInvariant());
                }

                (await page.BarriersAsync()).ShouldBeEmpty($"{view} in {scheme}");
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_supervisor_asks_what_service_a_larger_team_would_give_the_calls_of_then()
    {
        var page = await Window.OpenAsync(chromium, shared.Host, "demo-supervisor");
        await page.GotoAsync(new Uri(shared.Host.Address, "/desk/staffing").AbsoluteUri);
        await page.GetByText("Demo 1 (pl, en)").WaitForAsync();
        await page.Locator("#from").FillAsync("2026-03-02");
        await page.Locator("#until").FillAsync("2026-03-03");
        await page.Locator("#more-pl").FillAsync("2");

        await page.GetByRole(AriaRole.Button, new() { Name = "Policz (osób: 7)" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-staffing]")).ToHaveCountAsync(2);
        foreach (var width in new[] { 390, 640, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.FitsAsync($"staffing at {width}");
            await page.KeepPictureAsync($"staffing-{width}");
        }

        (await page.BarriersAsync()).ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<IPage> OpenAsync(string path, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Window.OpenAsync(chromium, shared.Host, "demo-supervisor", scheme);
        await page.GotoAsync(new Uri(shared.Host.Address, path).AbsoluteUri);
        await page.Locator("[data-total=Arrived]").WaitForAsync();
        return page;
    }
}
