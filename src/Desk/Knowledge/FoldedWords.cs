using System.Globalization;
using System.Text;

namespace Infoline.Desk.Knowledge;

/// <summary>Words as they are compared in a search: without case, accents and the endings by which Polish and Ukrainian inflect.</summary>
internal static class FoldedWords
{
    private const int Short = 4;

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                // The one Polish letter whose stroke is no accent.
                word.Append(char.ToLowerInvariant(letter) is 'ł' ? 'l' : char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && letter is not '\'' and not '’' && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>What a word must begin with to be taken for the one that was typed: "karty" finds "karta" and "kartę".</summary>
    public static string StemOf(string word) => word.Length <= Short ? word : word[..Math.Max(Short, word.Length - 2)];
}
