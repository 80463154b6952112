using Infoline.Desk.Wording;

namespace Infoline.Desk.Tests.Wording;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("Karta kosztuje sto złotych.", "Karta kosztuje dwieście złotych.", "Karta kosztuje [-sto] [+dwieście] złotych.")]
    [InlineData("Karta kosztuje.", "Nowa karta nie kosztuje.", "[-Karta] [+Nowa karta nie] kosztuje.")]
    [InlineData("", "Nowe słowa", "[+Nowe słowa]")]
    [InlineData("Stare słowa", " ", "[-Stare słowa]")]
    [InlineData("Bez  zmian", "Bez zmian", "Bez zmian")]
    public void What_was_taken_out_and_put_in_is_shown_word_by_word(string before, string after, string shown) =>
        string.Join(' ', WordDifference.Between(before, after).Select(stretch => stretch.Fate switch
        {
            WordFate.Gone => $"[-{stretch.Words}]",
            WordFate.New => $"[+{stretch.Words}]",
            _ => stretch.Words,
        })).ShouldBe(shown);
}
