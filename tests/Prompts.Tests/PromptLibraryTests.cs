namespace Infoline.Prompts.Tests;

public sealed class PromptLibraryTests
{
    private const string Texts = """
        prompts:
          - key: welcome
            pl: >
              Dzień dobry.
              Tu infolinia.
            en: "Hello. This is the infoline."
            uk: "Добрий день."
          - key: case.stage
            pl: "Sprawa {case:digits}: {stage:prompt}, {place:place}. Dziękujemy."
            en: "Your place: {place:place}. Case {case:digits}: {stage:prompt}. Thank you."
            uk: "Справа {case:digits}: {stage:prompt}, {place:place}."
        """;

    [Fact]
    public void Plain_prompt_is_one_clip_under_its_own_key()
    {
        using var folder = ContentFolder.With(Texts);

        var clip = folder.Load().Compose(Language.Polish, PromptKey.Of("welcome")).ShouldHaveSingleItem();

        clip.ShouldBe(new Clip("welcome", Language.Polish, "Dzień dobry. Tu infolinia.", Recording: null));
    }

    [Fact]
    public void Prompt_with_placeholders_is_segments_and_pieces_in_the_order_of_the_language()
    {
        using var folder = ContentFolder.With(Texts);
        var library = folder.Load();

        var polish = library.Compose(Language.Polish, PromptKey.Of("case.stage"), Stage());
        var english = library.Compose(Language.English, PromptKey.Of("case.stage"), Stage());

        polish.Where(clip => !clip.Key.StartsWith("piece.", StringComparison.Ordinal)).Select(clip => clip.Key).ShouldBe(["case.stage.1", "welcome", "case.stage.2"]);
        polish[0].Text.ShouldBe("Sprawa");
        polish[^1].Text.ShouldBe("Dziękujemy.");
        english[0].Text.ShouldBe("Your place:");
        english[0].Key.ShouldBe("case.stage.1");
    }

    [Fact]
    public void Caption_is_the_joined_text_of_the_clips_with_the_marks_of_the_sentence()
    {
        using var folder = ContentFolder.With(Texts);
        var library = folder.Load();

        foreach (var language in LanguageCodes.All)
        {
            var clips = library.Compose(language, PromptKey.Of("case.stage"), Stage());

            library.Caption(language, PromptKey.Of("case.stage"), Stage()).ShouldBe(string.Join(' ', clips.Select(clip => clip.Text)));
        }
    }

    [Fact]
    public void Missing_argument_or_one_of_another_kind_is_refused()
    {
        using var folder = ContentFolder.With(Texts);
        var library = folder.Load();
        var wrong = new Dictionary<string, Spoken>(Stage(), StringComparer.Ordinal) { ["place"] = Spoken.Number(3) };

        Should.Throw<ArgumentException>(() => library.Compose(Language.Polish, PromptKey.Of("case.stage")))
            .Message.ShouldStartWith("The prompt 'case.stage' needs a value for 'case'.");
        Should.Throw<ArgumentException>(() => library.Compose(Language.Polish, PromptKey.Of("case.stage"), wrong))
            .Message.ShouldStartWith("The prompt 'case.stage' takes a place for 'place', not a number.");
    }

    [Fact]
    public void Prompt_put_into_itself_is_refused()
    {
        using var folder = ContentFolder.With(Texts);
        var circle = new Dictionary<string, Spoken>(Stage(), StringComparer.Ordinal) { ["stage"] = Spoken.Prompt(PromptKey.Of("case.stage")) };

        Should.Throw<ArgumentException>(() => folder.Load().Compose(Language.Polish, PromptKey.Of("case.stage"), circle))
            .Message.ShouldStartWith("The prompt 'case.stage' is put into itself.");
    }

    [Fact]
    public void Unknown_prompt_is_named()
    {
        using var folder = ContentFolder.With(Texts);
        var library = folder.Load();

        library.Contains(PromptKey.Of("welcome")).ShouldBeTrue();
        library.Contains(PromptKey.Of("farewell")).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => library.Compose(Language.Polish, PromptKey.Of("farewell"))).Message.ShouldContain("farewell");
    }

    private static Dictionary<string, Spoken> Stage() => new(StringComparer.Ordinal)
    {
        ["case"] = Spoken.Digits("12 34"),
        ["stage"] = Spoken.Prompt(PromptKey.Of("welcome")),
        ["place"] = Spoken.Place(3),
    };
}
