using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Tests.Rendering;

namespace Infoline.Prompts.Tests.Wording;

public sealed class WordingsTests
{
    private const string Texts = """
        prompts:
          - { key: wait, pl: "Czekanie: {wait:minutes}. Proszę czekać.", en: "Wait: {wait:minutes}.", uk: "Чекати: {wait:minutes}." }
        """;

    private static readonly PromptKey Hello = PromptKey.Of("hello");

    public static TheoryData<TextProblem, Language, string, string> Faults() => new()
    {
        { TextProblem.Missing, Language.English, "  ", "" },
        { TextProblem.NoWords, Language.Ukrainian, " \u200b ", "" },
        { TextProblem.LoneBrace, Language.English, "Wait: {wait:minutes}. {", "" },
        { TextProblem.NotAPlaceholder, Language.English, "Wait: {wait:minutes}, {wait}.", "{wait}" },
        { TextProblem.NotAPlaceholder, Language.English, "Wait: {wait:minutes}, {wait:hours}.", "{wait:hours}" },
        { TextProblem.NoSuchForm, Language.English, "Wait: {wait:minutes}, {wait:minutes.feminine}.", "{wait:minutes.feminine}" },
        { TextProblem.Glued, Language.English, "Wait:{wait:minutes}.", "{wait:minutes}" },
        { TextProblem.OnlyInPolish, Language.English, "Wait.", "{wait:minutes}" },
        { TextProblem.TwoKinds, Language.English, "Wait: {wait:minutes} {wait:place}.", "{wait}" },
        { TextProblem.OtherLetters, Language.English, "Чекати: {wait:minutes}.", "" },
        { TextProblem.OtherLetters, Language.Ukrainian, "Wait: {wait:minutes}.", "" },
        { TextProblem.TooLong, Language.English, string.Concat(Enumerable.Repeat("word ", 200)) + "{wait:minutes}.", "" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Whatever_callers_could_not_hear_is_named_with_its_language(TextProblem problem, Language language, string words, string detail)
    {
        using var folder = ContentFolder.With(Texts);
        var shipped = folder.Load().Find(PromptKey.Of("wait"));

        var faults = Wordings.Check(shipped, Of(shipped).With(language, new EditedText(words)));

        faults.ShouldContain(new TextFault(language, problem, detail));
    }

    [Fact]
    public void A_value_that_the_call_does_not_have_at_this_place_is_a_fault_in_every_language()
    {
        using var folder = ContentFolder.With(Texts);
        var shipped = folder.Load().Find(PromptKey.Of("wait"));
        var edit = Of(shipped);
        foreach (var language in LanguageCodes.All)
            edit = edit.With(language, new EditedText(edit.Words(language) + " {place:place}"));

        Wordings.Check(shipped, edit).ShouldBe(LanguageCodes.All.Select(language => new TextFault(language, TextProblem.NoValue, "{place:place}")));
    }

    [Fact]
    public void Texts_as_they_are_shipped_have_no_fault_and_neither_has_another_order_of_the_values()
    {
        using var folder = ContentFolder.With(Texts);
        var shipped = folder.Load().Find(PromptKey.Of("wait"));

        Wordings.Check(shipped, Of(shipped)).ShouldBeEmpty();
        Wordings.Check(shipped, Of(shipped).With(Language.English, new EditedText("{wait:minutes}: that is the wait."))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_text_is_said_until_it_is_recorded_and_the_other_languages_keep_their_recordings()
    {
        using var folder = await RecordedAsync();
        var shipped = PromptLibrary.Load(folder.Path);

        var edited = shipped.With(Edits(Of(shipped.Find(Hello)).With(Language.Polish, new EditedText("Witamy."))));

        edited.Compose(Language.Polish, Hello).ShouldHaveSingleItem().ShouldBe(new Clip("hello", Language.Polish, "Witamy.", Recording: null));
        edited.Compose(Language.English, Hello).ShouldHaveSingleItem().Recording.ShouldBe(shipped.Compose(Language.English, Hello)[0].Recording);
        shipped.Compose(Language.Polish, Hello)[0].Recording.ShouldNotBeNull("the shipped library stays as it is");
    }

    [Fact]
    public async Task A_recording_is_played_as_long_as_it_says_the_words_and_is_found_under_its_hash()
    {
        using var folder = await RecordedAsync();
        var inForce = new PromptsInForce(PromptLibrary.Load(folder.Path));
        var before = inForce.Current.Compose(Language.Polish, Hello)[0].Recording!;
        var sound = Sound("Witamy.");

        inForce.Use(Edits(Of(inForce.Shipped.Find(Hello)).With(Language.Polish, Spoken("Witamy.", sound))));

        var heard = inForce.Current.Compose(Language.Polish, Hello)[0].Recording.ShouldNotBeNull();
        (heard.ContentHash, heard.Origin, heard.IsThere).ShouldBe((sound.ContentHash, RecordingOrigin.Human, true));
        inForce.FindByHash(Language.Polish, "hello", sound.ContentHash).ShouldBe(heard);
        inForce.FindByHash(Language.Polish, "hello", before.ContentHash).ShouldBe(before, "calls under way go on");
        WavFile.Read(await heard.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<WavReading.Readable>().File.Format.ShouldBe(WavFormat.Telephone);

        inForce.Use(Edits(Of(inForce.Shipped.Find(Hello)).With(Language.Polish, Spoken("Dzień dobry państwu.", sound))));
        inForce.Current.Compose(Language.Polish, Hello)[0].Recording.ShouldBeNull("it says other words");
    }

    [Fact]
    public void An_edit_that_the_catalogue_has_outgrown_is_left_out()
    {
        using var folder = ContentFolder.With(Texts);
        var shipped = folder.Load();
        var wait = shipped.Find(PromptKey.Of("wait"));

        var edited = shipped.With(new Dictionary<PromptKey, PromptEdit>
        {
            [PromptKey.Of("gone")] = Of(wait),
            [wait.Key] = Of(wait).With(Language.English, new EditedText("Wait: {place:place}.")),
        });

        edited.Keys.ShouldBe(shipped.Keys);
        edited.Find(wait.Key).Text(Language.English).ShouldBe("Wait: {wait:minutes}.");
    }

    [Fact]
    public async Task A_prompt_is_inspected_as_check_does_it()
    {
        using var folder = await RecordedAsync();
        var shipped = PromptLibrary.Load(folder.Path);
        var inspection = new PromptInspection(folder.Path);
        var edited = shipped.With(Edits(Of(shipped.Find(Hello)).With(Language.Polish, new EditedText("Witamy."))));

        (await inspection.OfAsync(shipped, Hello, Today, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await inspection.OfAsync(edited, Hello, Today, TestContext.Current.CancellationToken)).ShouldBe([new PromptFinding(Language.Polish, RecordingProblem.Missing, "", IsWarning: false)]);
    }

    private static DateOnly Today { get; } = new(2026, 11, 24);

    private static async Task<RenderingFolder> RecordedAsync()
    {
        var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        return folder;
    }

    private static PromptEdit Of(Prompt prompt) => new(LanguageCodes.All.ToDictionary(language => language, language => new EditedText(prompt.Text(language))));

    private static Dictionary<PromptKey, PromptEdit> Edits(PromptEdit edit) => new() { [Hello] = edit };

    private static EditedText Spoken(string words, PromptSound sound) => new(words, new Dictionary<string, PromptSound>(StringComparer.Ordinal) { ["hello"] = sound });

    private static PromptSound Sound(string says)
    {
        var samples = Enumerable.Range(0, 4000).Select(at => (short)(3000 * Math.Sin(at / 3.0))).ToArray();
        return new PromptSound("00000000000000a1", says, StoredSound.Pack(new Sound(samples), new RecordingNotes(RecordingOrigin.Human, "test", "")).ToBytes());
    }
}
