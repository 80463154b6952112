using System.Globalization;
using System.Resources;
using Infoline.Desk.Wording;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Desk.Tests.Wording;

public sealed class PromptIndexTests
{
    private static readonly PromptLibrary Shipped = PromptLibrary.Load(Recordings());
    private static readonly VoiceMenu Menu = VoiceMenu.Load(Recordings(), Shipped.Contains);
    private static readonly ResourceManager Words = new(typeof(WordingTexts));
    private readonly PromptsInForce _texts = new(Shipped);

    [Fact]
    public void Every_prompt_is_in_the_list_below_the_node_that_plays_it_or_with_its_family()
    {
        var index = new PromptIndex(Menu, _texts);

        index.Groups.SelectMany(group => group.Prompts).Distinct().ShouldBe(Shipped.Keys, ignoreOrder: true);
        var nodes = index.Groups.Where(group => group.Title is not null).ToList();
        nodes.Select(group => group.Id).ShouldBe(Menu.Nodes.Select(node => node.Id), ignoreOrder: true);
        foreach (var group in nodes)
        {
            var node = Menu.Find(group.Id)!;
            group.Prompts.ShouldBe(node.Intro.Concat(node.Play).Prepend(node.Title).Distinct());
        }
    }

    [Theory]
    [InlineData("fees.pay", "fees.paying")]
    [InlineData("zgubiona karta", "title.card-lost")]
    [InlineData("гербовий збір", "fees.permit")]
    [InlineData("stamp duty", "fees.permit")]
    public void A_prompt_is_found_by_its_key_and_by_words_of_any_language(string typed, string prompt) =>
        new PromptIndex(Menu, _texts).Search(typed).SelectMany(group => group.Prompts).ShouldContain(PromptKey.Of(prompt));

    [Fact]
    public void What_an_editor_has_published_is_found_and_what_it_took_the_place_of_is_not()
    {
        var index = new PromptIndex(Menu, _texts);
        index.Search("hedgehog").ShouldBeEmpty();

        _texts.Use(new Dictionary<PromptKey, PromptEdit> { [PromptKey.Of("goodbye")] = KeptEdit.Of(Shipped.Find(PromptKey.Of("goodbye"))).Saying(Language.English, "Goodbye, hedgehog.").ToEdit(new Dictionary<string, ReadOnlyMemory<byte>>()) });

        index.Search("hedgehog").ShouldHaveSingleItem().Prompts.ShouldBe([PromptKey.Of("goodbye")]);
    }

    [Fact]
    public void Every_fault_finding_and_kind_has_words_on_the_page()
    {
        string[] keys =
        [
            .. Enum.GetNames<TextProblem>().Select(name => $"Fault.{name}"),
            .. Enum.GetNames<RecordingProblem>().Select(name => $"Finding.{name}"),
            .. Enum.GetNames<PlaceholderKind>().Select(name => $"Kind.{name}"),
            .. Enum.GetNames<RecordingOrigin>().Select(name => $"Origin.{name}"),
            .. new PromptIndex(Menu, _texts).Groups.Where(group => group.Title is null).Select(group => $"Group.{group.Id}"),
        ];

        keys.Where(key => Words.GetString(key, CultureInfo.InvariantCulture) is null).ShouldBeEmpty();
    }

    private static string Recordings()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
                return Path.Combine(folder.FullName, "recordings");
        }

        throw new DirectoryNotFoundException("These tests run inside the repository, beside its folder of recordings.");
    }
}
