using Infoline.Prompts;
using Infoline.Prompts.Menu;

namespace Infoline.Desk.Knowledge;

/// <summary>Everything that the menu tells callers, in its order, and the search in it. Built anew when an editor has changed the texts.</summary>
internal sealed class KnowledgeBook(VoiceMenu menu, PromptsInForce texts)
{
    private volatile Edition _edition = Edition.Of(menu, texts.Current);

    /// <summary>Every message, in the order of the menu.</summary>
    public IReadOnlyList<KnowledgeArticle> All => Current.Articles;

    private Edition Current => _edition.Prompts == texts.Current ? _edition : _edition = Edition.Of(menu, texts.Current);

    /// <summary>The message of a node; null when it has none.</summary>
    public KnowledgeArticle? Find(string? id) => All.FirstOrDefault(article => string.Equals(article.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// The messages that have every word of a text, in any language and any case; first those that have more of them in their title. No words: all.
    /// </summary>
    public IReadOnlyList<KnowledgeArticle> Search(string text)
    {
        var stems = FoldedWords.Of(text).Select(FoldedWords.StemOf).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. Current.Pages.Where(page => stems.TrueForAll(stem => page.InTitle(stem) || page.InText(stem)))
                .OrderByDescending(page => stems.Count(page.InTitle))
                .Select(page => page.Article),
        ];
    }

    /// <summary>Breadth first, so that each message has the shortest way to it.</summary>
    private static IEnumerable<KnowledgeArticle> Articles(VoiceMenu menu, PromptLibrary prompts)
    {
        Dictionary<string, (string Keys, IReadOnlyList<PromptKey> Titles)> ways = new(StringComparer.Ordinal) { [menu.Start.Id] = ("", []) };
        Queue<MenuNode> open = new([menu.Start]);
        while (open.TryDequeue(out var node))
        {
            var (keys, titles) = ways[node.Id];
            foreach (var choice in node.Choices.Concat(node.Asides))
            {
                if (menu.Find(choice.Target) is { } next && !ways.ContainsKey(next.Id))
                {
                    ways[next.Id] = (keys + choice.Key, [.. titles, next.Title]);
                    open.Enqueue(next);
                }
            }
        }

        return ways.OrderBy(way => way.Value.Keys, StringComparer.Ordinal)
            .Select(way => (Node: menu.Find(way.Key)!, way.Value))
            .Where(way => way.Node.IsMessage)
            .Select(way => new KnowledgeArticle(way.Node.Id, way.Value.Keys, way.Value.Titles, [.. way.Node.Play.Select(prompts.Find)]));
    }

    private static string[] Words(IEnumerable<string> texts) => [.. texts.SelectMany(FoldedWords.Of).Distinct(StringComparer.Ordinal)];

    private sealed record Edition(PromptLibrary Prompts, IReadOnlyList<Page> Pages, IReadOnlyList<KnowledgeArticle> Articles)
    {
        public static Edition Of(VoiceMenu menu, PromptLibrary prompts)
        {
            List<Page> pages = [.. KnowledgeBook.Articles(menu, prompts).Select(article => PageOf(article, prompts))];
            return new Edition(prompts, pages, [.. pages.Select(page => page.Article)]);
        }

        private static Page PageOf(KnowledgeArticle article, PromptLibrary prompts) => new(
            article,
            Words(LanguageCodes.All.SelectMany(language => article.Titles.Select(title => prompts.Caption(language, title)))),
            Words(LanguageCodes.All.SelectMany(language => article.Prompts.Select(prompt => prompt.Text(language)))));
    }

    private sealed record Page(KnowledgeArticle Article, string[] TitleWords, string[] TextWords)
    {
        public bool InTitle(string stem) => Array.Exists(TitleWords, word => word.StartsWith(stem, StringComparison.Ordinal));

        public bool InText(string stem) => Array.Exists(TextWords, word => word.StartsWith(stem, StringComparison.Ordinal));
    }
}
