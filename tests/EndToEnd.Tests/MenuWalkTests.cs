using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.EndToEnd.Tests;

public sealed class MenuWalkTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_key_of_every_node_lets_the_caller_hear_what_the_menu_says(Language language)
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        await caller.HearsExactly(_data.Greeting);
        caller.Presses(KeyOf(language));
        await caller.HearsExactly(_data.Welcome(language));

        var visited = new HashSet<string>(StringComparer.Ordinal) { _data.Menu.Start.Id };
        await Walk(caller, language, _data.Menu.Start, visited);
        caller.HangsUp();
        await caller.IsHungUp();

        visited.Count.ShouldBe(_data.Menu.Nodes.Count);
        caller.Heard.OfType<Said>().ShouldBeEmpty();
        line.Network.Faults.ShouldBeEmpty();
        line.Log.Errors.ShouldBeEmpty();
        line.Log.Named("RecordingMissing").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_content_of_the_office_is_heard_from_recordings_or_in_the_same_words(Language language)
    {
        var office = new MenuData(RecordedContent.Office);
        await using var line = await Line.OpensAsync();
        var caller = line.Dials();
        await caller.HearsExactly(office.Greeting);
        caller.Presses(KeyOf(language));
        await caller.HearsExactly(office.Welcome(language));
        caller.Presses('1');
        await caller.HearsExactly(office.Node(language, office.Menu.Find("apply")!));
        caller.HangsUp();
        await caller.IsHungUp();

        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_at_any_place_leaves_a_record_of_the_way_there()
    {
        var ways = _data.Ways();
        await using var line = await Line.OpensAsync(content);

        foreach (var (node, keys) in ways)
        {
            var caller = line.Dials();
            caller.Presses("1" + keys);
            await caller.HearsSooner((node == _data.Menu.Start.Id ? _data.Welcome(Language.Polish) : _data.Node(Language.Polish, _data.Menu.Find(node)!))[0]);
            caller.HangsUp();
            await caller.IsHungUp();
        }

        var ended = await line.EndsLogged(ways.Count);
        ended.Count.ShouldBe(ways.Count);
        foreach (var (node, keys) in ways)
        {
            ended.ShouldContain(text => text.EndsWith(keys.Length == 0 ? "ended at greeting" : $"{node}; ended at {node}", StringComparison.Ordinal), node);
        }

        line.Log.Errors.ShouldBeEmpty();
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_greeting_leaves_a_record_too()
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        await caller.HearsSooner(_data.Greeting[1]);
        caller.HangsUp();
        await caller.IsHungUp();

        (await line.EndsLogged(1)).ShouldHaveSingleItem().ShouldEndWith("in none: ; ended at greeting");
    }

    private static char KeyOf(Language language) => (char)('1' + LanguageCodes.All.ToList().IndexOf(language));

    /// <summary>Presses every key of a node and comes back by star; goes deeper where it has not been.</summary>
    private async Task Walk(Handset caller, Language language, MenuNode node, HashSet<string> visited)
    {
        foreach (var choice in node.Choices.Concat(node.Asides))
        {
            var target = _data.Target(choice);
            caller.Presses(choice.Key);
            await caller.HearsExactly(_data.Node(language, target));
            if (visited.Add(target.Id))
            {
                await Walk(caller, language, target, visited);
            }

            caller.Presses('*');
            await caller.HearsExactly(_data.Node(language, node));
        }
    }
}
