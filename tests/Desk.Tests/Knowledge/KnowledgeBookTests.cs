using Infoline.Desk.Knowledge;
using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Desk.Tests.Knowledge;

public sealed class KnowledgeBookTests
{
    private static readonly PromptLibrary Prompts = PromptLibrary.Load(Recordings());
    private static readonly VoiceMenu Menu = VoiceMenu.Load(Recordings(), Prompts.Contains);
    private readonly KnowledgeBook _book = new(Menu, new PromptsInForce(Prompts));

    [Fact]
    public void Every_message_of_the_menu_is_there_once_with_keys_that_lead_to_it()
    {
        _book.All.Select(article => article.Id).ShouldBe(Menu.Nodes.Where(node => node.IsMessage).Select(node => node.Id), ignoreOrder: true);
        foreach (var article in _book.All)
        {
            var reached = article.Keys.Aggregate(Menu.Start, (node, key) => Menu.Find(node.TargetOf(key)).ShouldNotBeNull(article.Id));
            reached.Id.ShouldBe(article.Id);
            article.Titles.Count.ShouldBe(article.Keys.Length);
            article.Prompts.Select(prompt => prompt.Key).ShouldBe(reached.Play);
        }
    }

    [Theory]
    [InlineData("odciski palców", "fingerprints")]
    [InlineData("ODCISKOW", "fingerprints")]
    [InlineData("fingerprint", "fingerprints")]
    [InlineData("відбитки", "fingerprints")]
    [InlineData("zgubiona karta", "card-lost")]
    [InlineData("zgubioną kartą", "card-lost")]
    public void A_topic_is_found_by_words_of_any_language_without_accents_and_in_other_forms(string typed, string topic) =>
        _book.Search(typed).Select(article => article.Id).ShouldContain(topic);

    [Fact]
    public void What_has_the_words_in_its_title_comes_first_and_no_words_give_all()
    {
        var found = _book.Search("opłaty za kartę");
        found.ShouldNotBeEmpty();
        found[0].Id.ShouldBe("fees-card");
        _book.Search("  ").Count.ShouldBe(_book.All.Count);
        _book.Search("żyrafa").ShouldBeEmpty();
    }

    private static string Recordings()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "recordings");
            if (File.Exists(Path.Combine(candidate, "menu.yaml")))
                return candidate;
        }

        throw new DirectoryNotFoundException("There is no folder 'recordings' with a menu above the tests.");
    }
}
