namespace Infoline.Desk.Wording;

/// <summary>A stretch of words in a text that was changed.</summary>
/// <param name="Words">The words, joined by single spaces.</param>
/// <param name="Fate">Whether they stayed.</param>
internal readonly record struct WordStretch(string Words, WordFate Fate);

/// <summary>What became of words.</summary>
internal enum WordFate
{
    /// <summary>They are in both texts.</summary>
    Kept,

    /// <summary>They are in the old text only.</summary>
    Gone,

    /// <summary>They are in the new text only.</summary>
    New,
}

/// <summary>The difference of two texts by words: the longest common row of them is what stayed.</summary>
internal static class WordDifference
{
    public static IReadOnlyList<WordStretch> Between(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var common = CommonRows(old, now);
        List<(string Word, WordFate Fate)> words = [];
        int i = 0, j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && string.Equals(old[i], now[j], StringComparison.Ordinal))
            {
                words.Add((old[i], WordFate.Kept));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                words.Add((old[i++], WordFate.Gone));
            }
            else
            {
                words.Add((now[j++], WordFate.New));
            }
        }

        return Stretches(words);
    }

    /// <summary>How many words two texts have in common from each pair of places on.</summary>
    private static int[,] CommonRows(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = string.Equals(old[i], now[j], StringComparison.Ordinal) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static List<WordStretch> Stretches(IEnumerable<(string Word, WordFate Fate)> words)
    {
        List<WordStretch> stretches = [];
        foreach (var (word, fate) in words)
        {
            if (stretches is [.., var last] && last.Fate == fate)
                stretches[^1] = last with { Words = $"{last.Words} {word}" };
            else
                stretches.Add(new WordStretch(word, fate));
        }

        return stretches;
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
