using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice;

/// <summary>One checked, immutable snapshot of everything that callers hear.</summary>
internal sealed record LineContent(PromptLibrary Prompts, VoiceMenu Menu, OpeningHours Hours)
{
    /// <summary>Loads and checks the folder of recordings.</summary>
    /// <exception cref="ContentException">Every fault of the prompts, or else of the menu and the hours.</exception>
    public static LineContent Load(string recordingsFolder)
    {
        var prompts = PromptLibrary.Load(recordingsFolder);
        CallPrompts.Check(prompts);
        return new LineContent(prompts, VoiceMenu.Load(recordingsFolder, prompts.Contains), OpeningHours.Load(recordingsFolder, prompts.Contains));
    }
}
