using System.Globalization;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Desk.Live;

/// <summary>The names of the menu's nodes as callers hear them, in the language of whoever looks at the page.</summary>
public sealed class TopicNames(VoiceMenu menu, PromptsInForce texts)
{
    /// <summary>The name; the node's own id when the menu does not have it any more; null when there is none.</summary>
    public string? NameOf(string? node)
    {
        var language = LanguageCodes.TryParse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var known) ? known : Language.Polish;
        return string.IsNullOrEmpty(node) ? null : menu.Find(node) is { } found ? texts.Current.Caption(language, found.Title) : node;
    }
}
