using Infoline.Ivr.Conversations;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>The questions that this office asks, in their order; none when the survey is off.</summary>
internal sealed class SurveyQuestions(IOptions<ConversationOptions> options)
{
    /// <summary>Nobody stays on the line for more.</summary>
    public const int Most = 3;

    private readonly IReadOnlyList<string> _names = [.. options.Value.Survey];

    public int Count => _names.Count;

    /// <summary>The first question; null when there is none.</summary>
    public string? First => _names.Count > 0 ? _names[0] : null;

    /// <summary>Whether this is asked; a caller may come from a node that is set up otherwise.</summary>
    public bool Has(string name) => _names.Contains(name, StringComparer.Ordinal);

    /// <summary>The question after this one; null after the last.</summary>
    public string? After(string name) => _names.SkipWhile(each => !string.Equals(each, name, StringComparison.Ordinal)).Skip(1).FirstOrDefault();

    /// <summary>The question before this one; null before the first.</summary>
    public string? Before(string name) => _names.TakeWhile(each => !string.Equals(each, name, StringComparison.Ordinal)).LastOrDefault();
}

/// <summary>The setting names up to three different questions that the recordings have.</summary>
/// <param name="services">Gives the content of the line, which need not be read for a survey that is off.</param>
internal sealed class SurveyCheck(IServiceProvider services) : IValidateOptions<ConversationOptions>
{
    private const string Key = $"{ConversationOptions.Section}:{nameof(ConversationOptions.Survey)}";

    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        if (options.Survey.Count == 0)
            return ValidateOptionsResult.Success;
        var known = services.GetRequiredService<LineContent>().Prompts.Keys.Select(key => key.ToString())
            .Where(key => key.StartsWith(SurveyPrompts.Questions, StringComparison.Ordinal)).Select(key => key[SurveyPrompts.Questions.Length..])
            .Order(StringComparer.Ordinal).ToList();
        var example = string.Join(", ", known.Take(SurveyQuestions.Most));
        if (options.Survey.Count > SurveyQuestions.Most)
            return ValidateOptionsResult.Fail($"{Key} has {options.Survey.Count} questions, which is more than {SurveyQuestions.Most}; write for example {example}.");
        if (options.Survey.FirstOrDefault(question => !known.Contains(question, StringComparer.Ordinal)) is { } stranger)
            return ValidateOptionsResult.Fail($"{Key} has '{stranger}', which is no question of the recordings; write off, or up to {SurveyQuestions.Most} of {string.Join(", ", known)}.");
        return options.Survey.Distinct(StringComparer.Ordinal).Count() == options.Survey.Count
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{Key} has a question twice; write each once, for example {example}.");
    }
}
