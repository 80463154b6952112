using System.Collections.ObjectModel;
using Infoline.Ivr.Hosting;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice;

/// <summary>Everything that callers hear, checked: the menu as it was at the start, texts, hours and announcements as editors left them.</summary>
internal sealed record LineContent(PromptsInForce Texts, VoiceMenu Menu, HoursInForce InForce)
{
    /// <summary>The texts and recordings that hold now.</summary>
    public PromptLibrary Prompts => Texts.Current;

    /// <summary>The hours that hold now.</summary>
    public OpeningHours Hours => InForce.Current;

    /// <summary>What the settings say.</summary>
    /// <exception cref="ContentException">Every fault of the prompts, or else of the menu and the hours.</exception>
    public static LineContent Load(HotlineOptions options, string contentRoot)
    {
        var content = Load(RecordingsFolder.Find(options.RecordingsFolder, contentRoot));
        return options.AlwaysOpen ? content with { InForce = new HoursInForce(content.Hours.AroundTheClock()) } : content;
    }

    /// <summary>Loads and checks the folder of recordings.</summary>
    /// <exception cref="ContentException">Every fault of the prompts, or else of the menu and the hours.</exception>
    public static LineContent Load(string recordingsFolder)
    {
        var prompts = PromptLibrary.Load(recordingsFolder);
        var faults = CallPrompts.Faults(prompts).Concat(NamedPrompts.Missing(prompts)).ToList();
        var menu = Collect(faults, () => VoiceMenu.Load(recordingsFolder, prompts.Contains));
        var hours = Collect(faults, () => OpeningHours.Load(recordingsFolder, prompts.Contains));
        if (menu is not null && hours is not null)
        {
            faults.AddRange(menu.Nodes.Where(node => node.Dialogue is not (null or CaseStatusEndpoint.Dialogue)).Select(node => new ContentFault(
                "menu.yaml", 0, $"node '{node.Id}' names the dialogue '{node.Dialogue}', which the line does not have", $"write {CaseStatusEndpoint.Dialogue}, or leave it out")));
            var spoken = menu.Nodes.SelectMany(node => node.Intro.Concat(node.Play).Prepend(node.Title)).Concat(hours.Announcements.OfType<Announcement.Catalogued>().Select(announcement => announcement.Prompt));
            faults.AddRange(spoken.Distinct().SelectMany(key => CallPrompts.FaultsOf(prompts, key, ReadOnlyDictionary<string, Spoken>.Empty)));
        }

        return menu is not null && hours is not null && faults.Count == 0 ? new LineContent(new PromptsInForce(prompts), menu, new HoursInForce(hours)) : throw new ContentException(faults);
    }

    private static T? Collect<T>(List<ContentFault> faults, Func<T> load)
        where T : class
    {
        try
        {
            return load();
        }
        catch (ContentException content)
        {
            faults.AddRange(content.Faults);
            return null;
        }
    }
}
