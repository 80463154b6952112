namespace Infoline.Prompts.Tests.Catalogue;

public sealed class CatalogueFaultTests
{
    [Fact]
    public void Missing_language_is_named_with_its_line()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: welcome
                pl: "Dzień dobry."
                en: "Hello."
            """);

        folder.Faults().ShouldBe(["prompts/test.yaml:2: 'welcome' has no text in Ukrainian (uk); write 'uk: ' and the text."]);
    }

    [Fact]
    public void Empty_text_counts_as_missing()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: welcome
                pl: "Dzień dobry."
                en: "  "
                uk: "Добрий день."
            """);

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("prompts/test.yaml:4: 'welcome' has no text in English");
    }

    [Fact]
    public void Key_used_twice_in_two_files_is_named_with_both_places()
    {
        using var folder = ContentFolder.With(Prompt("welcome"));
        folder.Write("prompts/zebra.yaml", Prompt("welcome"));

        folder.Faults().ShouldBe(["prompts/zebra.yaml:2: the key 'welcome' is already in prompts/test.yaml:2; give one of the two another key."]);
    }

    [Fact]
    public void Field_written_twice_is_named()
    {
        using var folder = ContentFolder.With(Prompt("welcome") + "\n    pl: \"Witamy.\"");

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("prompts/test.yaml:6: 'pl' stands here a second time");
    }

    [Fact]
    public void Unknown_field_is_named_with_the_known_ones()
    {
        using var folder = ContentFolder.With(Prompt("welcome") + "\n    de: \"Guten Tag.\"");

        folder.Faults().ShouldBe(["prompts/test.yaml:6: 'de' is not known here; write one of key, speaker, facts, needs-agreement, spoken, pl, en, uk."]);
    }

    [Theory]
    [InlineData("Wait {time}.", "'{time}' is not a placeholder")]
    [InlineData("Wait {time:hours}.", "'hours' is not a kind of placeholder; write one of number, digits, date, time, minutes, minutes-range, place, money, weekday, prompt")]
    [InlineData("Wait {time:minutes.dative}.", "'minutes' has no form 'dative'; write minutes alone or one of minutes.genitive")]
    [InlineData("Wait {time:digits.genitive}.", "'digits' has no form 'genitive'; write digits alone")]
    [InlineData("Wait {time:minutes", "a brace stands alone")]
    [InlineData("Wait{time:minutes}.", "'{time:minutes}' has no space before it")]
    [InlineData("Wait {time:minutes}long.", "'{time:minutes}' has no space after it")]
    public void Broken_placeholder_is_explained(string english, string problem)
    {
        using var folder = ContentFolder.With($$"""
            prompts:
              - key: wait
                pl: "Czekaj {time:minutes}."
                en: "{{english}}"
                uk: "Чекайте {time:minutes}."
            """);

        folder.Faults()[0].ShouldStartWith($"prompts/test.yaml:4: {problem}");
    }

    [Fact]
    public void Placeholders_that_differ_between_languages_are_named()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: wait
                pl: "Czekaj {time:minutes}."
                en: "Wait {span:minutes}."
                uk: "Чекайте {time:number.feminine} хвилин."
            """);

        folder.Faults().ShouldBe([
            "prompts/test.yaml:4: the placeholder {span:minutes} is in English but not in Polish; use the same names and kinds in every language.",
            "prompts/test.yaml:4: the placeholder {time:minutes} is in Polish but not in English; use the same names and kinds in every language.",
            "prompts/test.yaml:5: the placeholder {time:number} is in Ukrainian but not in Polish; use the same names and kinds in every language.",
            "prompts/test.yaml:5: the placeholder {time:minutes} is in Polish but not in Ukrainian; use the same names and kinds in every language.",
        ]);
    }

    [Fact]
    public void Facts_are_checked_against_the_sources()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: fee
                facts:
                  - source: [S1, S9]
                    certainty: low
                    holds-until: 2027-02-30
                pl: "Opłata."
                en: "A fee."
                uk: "Збір."
            """);
        folder.Write("sources.yaml", "S1: { address: \"https://example.org/\", date: \"2026-04\" }");

        folder.Faults().ShouldBe([
            "prompts/test.yaml:4: the source 'S9' is not in sources.yaml; add it there, or correct the id.",
            "prompts/test.yaml:5: the fact does not say how certain it is; write 'certainty: high' or 'certainty: medium'; a fact less certain is not recorded.",
            "prompts/test.yaml:6: the fact does not say until when it holds; write 'holds-until: ' and a day like 2027-03-04.",
        ]);
    }

    [Fact]
    public void Faults_of_all_files_come_together()
    {
        using var folder = ContentFolder.With("prompts:\n  - key: Welcome\n");
        folder.Write("prompts/zebra.yaml", "prompts: [");
        folder.Write("sources.yaml", "S1: { date: \"2026\" }");
        folder.Write("pronunciation.yaml", "de: { A: b }");

        var faults = folder.Faults();

        faults.ShouldContain(fault => fault.StartsWith("sources.yaml:1: the source S1 has no address", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("pronunciation.yaml:1: 'de' is not known here", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("prompts/test.yaml:2: 'Welcome' is not a key", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("prompts/zebra.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void Segment_and_prompt_may_not_share_a_name()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: press
                pl: "Naciśnij {key:digits}."
                en: "Press {key:digits}."
                uk: "Натисніть {key:digits}."
              - key: press.1
                pl: "Naciśnij jeden."
                en: "Press one."
                uk: "Натисніть один."
            """);

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("prompts/test.yaml:6: the key 'press.1' is taken by a segment of 'press'");
    }

    [Fact]
    public void Spoken_text_keeps_the_placeholders()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: wait
                spoken: { pl: "Czekaj chwilę." }
                pl: "Czekaj {time:minutes}."
                en: "Wait {time:minutes}."
                uk: "Чекайте {time:minutes}."
            """);

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("prompts/test.yaml:3: 'spoken' in Polish has other placeholders than the text");
    }

    [Fact]
    public void Absent_folder_is_a_fault_and_not_a_crash()
    {
        using var folder = new ContentFolder();

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("prompts: there is no such folder");
    }

    private static string Prompt(string key) =>
        $"prompts:\n  - key: {key}\n    pl: \"Dzień dobry.\"\n    en: \"Hello.\"\n    uk: \"Добрий день.\"";
}
