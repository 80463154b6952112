using System.Globalization;
using System.Resources;
using Infoline.Desk.History;
using Infoline.Desk.Supervision;
using Infoline.Desk.Work;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Routing;

namespace Infoline.Desk.Tests.Shell;

/// <summary>Names of texts that pages put together from values: one that is missing would stand on the page as it is.</summary>
public sealed class BuiltTextsTests
{
    public static TheoryData<Type, string[]> Names() => new()
    {
        { typeof(SupervisionTexts), [.. Of<ConsultantStatus>("State"), .. Of<Availability>("State"), .. Of<InterventionOutcome>("Outcome"), "Level.Warning", "Level.Alarm"] },
        { typeof(SupervisionTexts), [.. Of<SignKind>("Sign"), .. LanguageCodes.All.Select(language => $"Language.{language.Code()}")] },
        { typeof(SupervisionTexts), [.. PauseReasons.All.Select(reason => $"Reason.{reason}"), "Health.queue", "Health.database", "Health.telephone-network"] },
        { typeof(HistoryTexts), [.. Enum.GetValues<CallOutcome>().Select(outcome => $"Outcome.{outcome.Name()}"), .. Of<OfferOutcome>("Offer")] },
        { typeof(HistoryTexts), [.. Enum.GetNames<EndedBy>().Select(by => $"EndedBy.{by.ToLowerInvariant()}"), .. LanguageCodes.All.Select(language => $"Language.{language.Code()}")] },
        { typeof(HistoryTexts), [.. Of<HistoryView>("View"), .. Of<HistoryCut>("Cut"), .. Of<WeekMeasure>("Measure"), .. Of<WeekMeasure>("Measure").Select(name => $"{name}.Text")] },
        {
            typeof(HistoryTexts),
            [
                "Column.starts-at", .. Columns.OfCalls(new SupervisionOptions()).Select(column => $"Column.{column.Name}"),
                .. Columns.OfConsultants.Select(column => $"Column.{column.Name}"), .. Columns.OfRows.Select(column => $"Column.{column.Name}"),
            ]
        },
    };

    [Theory, MemberData(nameof(Names))]
    public void Every_text_that_pages_ask_for_by_a_built_name_is_there(Type file, string[] names) =>
        names.Where(name => new ResourceManager(file).GetString(name, CultureInfo.InvariantCulture) is null).ShouldBeEmpty();

    private static IEnumerable<string> Of<T>(string prefix)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");
}
