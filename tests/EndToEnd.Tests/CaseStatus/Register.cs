using System.Globalization;
using System.Text;
using Infoline.Cases.Import;
using Infoline.Cases.Stages;
using Infoline.EndToEnd.Tests.Lines;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>The cases of an office as its own system would export them: one a stage, and two that share running number and year.</summary>
internal static class Register
{
    public const string BirthDate = "05031990";
    public const string BirthDateOfOther = "01021985";

    /// <summary>The running number of two cases.</summary>
    public const int Shared = 700;

    public static int RunningNumber(CaseStage stage) => 500 + (int)stage;

    /// <summary>The file.</summary>
    public static string Csv()
    {
        var rows = new StringBuilder("number;kind;stage;stage_since;birth_date;office;unit;missing;answer_until;visit_at;card_place;card_from\n");
        foreach (var stage in CaseStages.All)
            Add(rows, $"WSC-II-S.6151.{RunningNumber(stage)}.2026", stage, "1990-03-05");
        Add(rows, $"WSC-II-S.6151.{Shared}.2026", CaseStage.Opinions, "1990-03-05");
        Add(rows, $"WSC-III-P.6152.{Shared}.2026", CaseStage.Evidence, "1985-02-01");
        return rows.ToString();
    }

    /// <summary>Brings them into the register of a line.</summary>
    public static async Task ImportAsync(Line line)
    {
        var file = Path.Combine(Path.GetTempPath(), $"infoline-cases-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(file, Csv(), TestContext.Current.CancellationToken);
            (await line.Part<CaseImporter>().ImportAsync(file, row => throw new InvalidOperationException(row.Reason), progress: null, TestContext.Current.CancellationToken)).ShouldBeOfType<ImportResult.Imported>();
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Every row has every date: what is told must be chosen by the stage.
    private static void Add(StringBuilder rows, string number, CaseStage stage, string born) => rows.Append(
        CultureInfo.InvariantCulture,
        $"{number};pobyt czasowy;{stage.Name()};2026-01-05;{born};Łódź;WSC;photograph,passport;{(stage is CaseStage.Summons ? "2026-01-09" : "2026-01-30")};2026-01-20 09:30;pokój 2;2026-01-15\n");
}
