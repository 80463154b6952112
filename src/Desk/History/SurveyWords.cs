using Microsoft.Extensions.Localization;

namespace Infoline.Desk.History;

/// <summary>The questions of the survey in words.</summary>
internal static class SurveyWords
{
    /// <summary>The question; one that the office has added stands by its name.</summary>
    public static string Of(IStringLocalizer<HistoryTexts> texts, string question) => texts[$"Survey.{question}"] is { ResourceNotFound: false } words ? words : question;
}
