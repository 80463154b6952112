using Infoline.Cases.Stages;
using Microsoft.Extensions.Localization;

namespace Infoline.Desk.CaseFiles;

/// <summary>The words of cases at the desk.</summary>
public sealed class CaseWords;

/// <summary>Names of what stands in a case, in the words that offices use.</summary>
internal static class CaseWordExtensions
{
    public static string Stage(this IStringLocalizer<CaseWords> words, CaseStage stage) => words[$"Stage.{stage.Name()}"];

    public static string Missing(this IStringLocalizer<CaseWords> words, IReadOnlyList<MissingItem> items) =>
        string.Join(", ", items.Select(item => words[$"Missing.{item.Name()}"].Value));
}
