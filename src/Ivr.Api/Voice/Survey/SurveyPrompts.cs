using System.Globalization;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>What callers hear of the survey. A question is every prompt of the catalogue whose name begins with <see cref="Questions"/>.</summary>
internal static class SurveyPrompts
{
    /// <summary>What the names of the questions' prompts begin with.</summary>
    public const string Questions = "survey.question.";

    public static readonly PromptKey Scale = PromptKey.Of("survey.scale");
    public static readonly PromptKey Thanks = PromptKey.Of("survey.thanks");

    private static readonly PromptKey[] Offers =
        [.. Enumerable.Range(1, SurveyQuestions.Most).Select(count => PromptKey.Of(string.Create(CultureInfo.InvariantCulture, $"survey.offer.{count}")))];

    /// <summary>"To answer three short questions, press one."</summary>
    public static PromptKey Offer(int questions) => Offers[questions - 1];

    /// <summary>The words of a question.</summary>
    public static PromptKey Question(string name) => PromptKey.Of(Questions + name);
}
