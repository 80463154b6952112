using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.EndToEnd.Tests.Lines;

/// <summary>What a caller has to hear, read from the menu's data and the catalogue.</summary>
public sealed class MenuData(string folder)
{
    public PromptLibrary Prompts { get; } = PromptLibrary.Load(folder);

    public VoiceMenu Menu { get; } = VoiceMenu.Load(folder, _ => true);

    public IReadOnlyList<Clip> Prompt(Language language, string key, IReadOnlyDictionary<string, Spoken>? values = null) =>
        Prompts.Compose(language, PromptKey.Of(key), values);

    /// <summary>The greeting, in all languages.</summary>
    public IReadOnlyList<Clip> Greeting => [.. LanguageCodes.All.SelectMany(language => Prompt(language, "greeting.choose"))];

    /// <summary>The main menu as it is first heard.</summary>
    public IReadOnlyList<Clip> Welcome(Language language) =>
    [
        .. Menu.Start.Intro.SelectMany(key => Prompts.Compose(language, key)),
        .. Announced(language, Menu.Start),
        .. Prompt(language, "keys.full"),
    ];

    /// <summary>A node as it is heard on entering it.</summary>
    public IReadOnlyList<Clip> Node(Language language, MenuNode node) => [.. Announced(language, node), .. Prompt(language, node.Dialogue is null ? "keys.brief" : "case.number.ask")];

    /// <summary>The choices of a node, shorter.</summary>
    public IReadOnlyList<Clip> Shorter(Language language, MenuNode node) =>
    [
        .. node.Choices.Count > 0 ? Prompt(language, "choices.again") : [],
        .. node.Choices.SelectMany(choice => (Clip[])[.. Title(language, choice), .. Prompt(language, $"digit.{choice.Key}")]),
        .. Prompt(language, "keys.brief"),
    ];

    public MenuNode Target(MenuChoice choice) => Menu.Find(choice.Target).ShouldNotBeNull();

    /// <summary>The keys that lead from the main menu to each node by the shortest way.</summary>
    public IReadOnlyDictionary<string, string> Ways()
    {
        var ways = new Dictionary<string, string>(StringComparer.Ordinal) { [Menu.Start.Id] = "" };
        var open = new Queue<MenuNode>([Menu.Start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var choice in node.Choices.Concat(node.Asides))
            {
                if (ways.TryAdd(choice.Target, ways[node.Id] + choice.Key))
                {
                    open.Enqueue(Target(choice));
                }
            }
        }

        return ways;
    }

    private IEnumerable<Clip> Announced(Language language, MenuNode node) =>
    [
        .. node.Play.SelectMany(key => Prompts.Compose(language, key)),
        .. node.Choices.SelectMany(choice => (Clip[])[.. Title(language, choice), .. Prompt(language, $"press.{choice.Key}")]),
    ];

    private IReadOnlyList<Clip> Title(Language language, MenuChoice choice) => Prompts.Compose(language, Target(choice).Title);
}

/// <summary>A caller who knows what is to be heard.</summary>
internal static class Listening
{
    /// <summary>Hears these one after another and nothing else: the recording of each, or its words where there is none.</summary>
    public static async Task HearsExactly(this Handset caller, IEnumerable<Clip> clips)
    {
        foreach (var clip in clips)
        {
            var heard = await caller.Hears(_ => true, clip.Key);
            if (!Fits(heard, clip))
            {
                throw new ShouldAssertException($"Expected {clip.Language} {clip.Key} ({clip.Text}), but {heard}.{Environment.NewLine}{caller.Call.Transcript}");
            }
        }
    }

    /// <summary>Passes over everything until this begins.</summary>
    public static Task<Heard> HearsSooner(this Handset caller, Clip clip, TimeSpan? within = null) => caller.Hears(heard => Fits(heard, clip), clip.Key, within);

    /// <summary>Passes over everything until this begins, and hears it whole.</summary>
    public static async Task HearsWhole(this Handset caller, IReadOnlyList<Clip> clips, TimeSpan? within = null)
    {
        await caller.HearsSooner(clips[0], within);
        await caller.HearsExactly(clips.Skip(1));
    }

    private static bool Fits(Heard heard, Clip clip) => heard switch
    {
        Played played => played.Name == clip.Key && played.Url.AbsolutePath.StartsWith($"/audio/{clip.Language.Code()}/", StringComparison.Ordinal),
        Said said => said.Text == clip.Text && said.Language == clip.Language.Tag(),
        _ => false,
    };
}
