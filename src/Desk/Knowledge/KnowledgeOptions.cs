using Microsoft.Extensions.Options;

namespace Infoline.Desk.Knowledge;

/// <summary>The settings of the knowledge page, under <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Knowledge";

    /// <summary>The page of a topic that consultants may send to callers, by the name of the node in <c>menu.yaml</c>: <c>"fees": "https://…"</c>.</summary>
    public IDictionary<string, string> Pages { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Says of each wrong setting which key it is, what is wrong, and what to write instead.</summary>
internal sealed class KnowledgeOptionsCheck : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        var faults = options.Pages
            .Where(page => !Uri.TryCreate(page.Value, UriKind.Absolute, out var address) || address.Scheme is not "https")
            .Select(page => $"Knowledge:Pages:{page.Key} is '{page.Value}', which is not the https address of a page; write for example https://www.gov.pl/web/uw-lodzki.")
            .ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
