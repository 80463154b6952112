using Infoline.Prompts;

namespace Infoline.Desk.Knowledge;

/// <summary>One message of the menu: the very texts that callers hear.</summary>
/// <param name="Id">The name of its node.</param>
/// <param name="Keys">The keys that lead a caller there from the main menu.</param>
/// <param name="Titles">The titles of the nodes on the way, its own last.</param>
/// <param name="Prompts">What is played there, in order.</param>
public sealed record KnowledgeArticle(string Id, string Keys, IReadOnlyList<PromptKey> Titles, IReadOnlyList<Prompt> Prompts)
{
    /// <summary>What it is called.</summary>
    public PromptKey Title => Titles[^1];
}
