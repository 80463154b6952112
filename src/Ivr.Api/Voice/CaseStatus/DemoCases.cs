using System.Globalization;
using System.Text;
using Infoline.Cases;
using Infoline.Cases.Import;
using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;
using Infoline.Sql;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>
/// One case a stage for a developer's machine, imported as a file of an office would be. Their numbers begin with DEMO, and they are
/// made in development only.
/// </summary>
internal sealed class DemoCases(CaseImporter importer, IOptions<CasesOptions> options, TimeProvider time) : IHostedService
{
    /// <summary>The year of all of their numbers.</summary>
    public const int Year = 2026;

    private const int First = 101;

    /// <summary>The date of birth that fits all of them, as it is keyed.</summary>
    public const string BirthDateKeys = "05031990";

    /// <summary>How to hear each of them, for a newcomer at the phone in the browser.</summary>
    public static IReadOnlyList<string> Hints { get; } =
    [
        $"The stage of a demo case: a language, then 6, a running number and #, the year {Year}, the date of birth {BirthDateKeys}, and 1 when it is read back. A wrong date three times shows how look-ups pause.",
        .. CaseStages.All.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{RunningNumber(stage)}: {stage.Name().Replace('-', ' ')}")),
    ];

    /// <summary>The running number of the demo case in a stage.</summary>
    public static int RunningNumber(CaseStage stage) => First + (int)stage;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // An office's own database is only read, and a developer who connects one wants to hear its cases.
        if (options.Value.Register.Length > 0)
            return;
        var file = Path.Combine(Path.GetTempPath(), $"infoline-demo-cases-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(file, Rows(OfficeDay.Of(time.GetUtcNow())), Encoding.UTF8, cancellationToken);
            await importer.ImportAsync(file, rejected: static row => throw new InvalidOperationException($"A demo case is faulty: {row.Reason}"), progress: null, cancellationToken);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            // The line runs without its database; so does a developer's machine.
        }
        finally
        {
            File.Delete(file);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Rows(DateOnly today)
    {
        var rows = new StringBuilder("number;kind;stage;stage_since;birth_date;office;unit;missing;answer_until;visit_at;card_place;card_from\n");
        foreach (var stage in CaseStages.All)
        {
            rows.Append(
                CultureInfo.InvariantCulture,
                $"DEMO.6151.{RunningNumber(stage)}.{Year};demo;{stage.Name()};{today.AddDays(-20):yyyy-MM-dd};1990-03-05;demo;DEMO;{Missing(stage)};{today.AddDays(14):yyyy-MM-dd};{today.AddDays(10):yyyy-MM-dd} 09:30;ul. Przykładowa 1, pokój 2;{today.AddDays(5):yyyy-MM-dd}\n");
        }

        return rows.ToString();
    }

    private static string Missing(CaseStage stage) => stage switch
    {
        CaseStage.FormalDefects => "photograph,passport",
        CaseStage.FeeMissing => "stamp-duty",
        CaseStage.Summons => "insurance,income",
        _ => "",
    };
}
