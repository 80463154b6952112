using System.Globalization;
using Infoline.Cases.Stages;

namespace Infoline.Benchmarks.Cases;

/// <summary>Writes files of made-up cases: the same each time, no two with one number, about eight cases to a running number over the years.</summary>
internal static class CaseFileGenerator
{
    public const int FirstYear = 2019;
    private const int Years = 8;

    public static string Number(long index) => string.Create(CultureInfo.InvariantCulture, $"TEST-{(index % 3) + 1}.6151.{Running(index)}.{Year(index)}");

    public static int Running(long index) => (int)(index / Years) + 1;

    public static int Year(long index) => FirstYear + (int)(index % Years);

    public static DateOnly Born(long index) => new DateOnly(1950, 1, 1).AddDays((int)(index * 7919 % 18_000));

    public static void Write(string path, long rows)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine("number;kind;office;unit;stage;stage_since;birth_date;missing;answer_until;card_place");
        for (long index = 0; index < rows; index++)
        {
            var stage = CaseStages.All[(int)(index * 31 % CaseStages.All.Count)];
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Number(index)};temporary residence and work;Test office;TEST-{(index % 3) + 1};{stage.Name()};{new DateOnly(2026, 1, 1).AddDays((int)(index % 200)):yyyy-MM-dd};{Born(index):yyyy-MM-dd};{(stage == CaseStage.FormalDefects ? "passport,photograph" : "")};;"));
        }

        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#end;{rows}"));
    }
}
