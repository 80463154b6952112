using Infoline.Prompts.Audio;
using Infoline.Prompts.Commands;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Tests.Audio;
using Infoline.Prompts.Tests.Rendering;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Prompts.Tests.Recordings;

public sealed class RecordingCheckTests
{
    [Fact]
    public void Missing_language_is_a_fault()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - { key: hello, pl: "Dzień dobry.", en: "Good morning." }
            """);

        Checked(folder.Path).ShouldContain("fault: prompts/test.yaml:2: 'hello' has no text in Ukrainian (uk); write 'uk: ' and the text.");
    }

    [Fact]
    public void Placeholder_that_differs_between_languages_is_a_fault()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - key: wait
                pl: "Czekanie: {wait:minutes}."
                en: "Wait: {wait:minutes-range}."
                uk: "Чекати: {wait:minutes}."
            """);

        Checked(folder.Path).ShouldContain("fault: prompts/test.yaml:4:");
    }

    [Fact]
    public void Missing_recording_is_a_fault()
    {
        using var folder = new RenderingFolder();

        folder.Findings("pl/hello").ShouldBe(["pl/hello.wav: the recording is missing; run 'render'."]);
        folder.Findings("pl/piece.number.17").ShouldNotBeEmpty();
        folder.Findings("music/").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Stale_recording_is_a_fault()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());

        folder.Says("Witamy.");

        folder.Findings("pl/hello").ShouldBe(["pl/hello.wav: it is stale: the text, the voice or the settings have changed since; run 'render'."]);
        folder.Findings("en/hello").ShouldBeEmpty();
    }

    [Fact]
    public async Task Broken_file_is_a_fault()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());

        folder.Write("pl/hello.wav", File.ReadAllBytes(folder.Full("pl/hello.wav"))[..^100]);

        folder.Findings("pl/hello")[0].ShouldBe("pl/hello.wav: the file cannot be played: it ends 100 bytes too early; remove it and run 'render'.");
    }

    [Fact]
    public async Task Wrong_format_is_a_fault()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());

        folder.Write("pl/hello.wav", new WavFile(WavFormat.Linear(16000), new byte[32000], folder.Notes("pl/hello.wav").Write(), 16000).ToBytes());

        folder.Findings("pl/hello").ShouldHaveSingleItem().ShouldContain("the format is wrong (linear 16 bit, 16000 Hz, 1 channel)");
    }

    [Theory]
    [InlineData(+1.2, false)]
    [InlineData(-1.2, false)]
    [InlineData(+0.6, true)]
    [InlineData(-0.6, true)]
    public async Task Level_off_by_more_than_one_unit_is_a_fault(double decibels, bool accepted)
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        var level = new Sound(Tones.Sine(2, 0.1)).Levelled().Samples;

        folder.Overdub("pl/hello.wav", [.. level.Select(sample => (short)(sample * Math.Pow(10, decibels / 20)))]);

        folder.Findings("pl/hello").Any(finding => finding.Contains("the level is")).ShouldBe(!accepted);
    }

    [Fact]
    public async Task Peaks_that_are_cut_off_are_a_fault()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());

        folder.Overdub("pl/hello.wav", Tones.Sine(1, 1, 200));

        folder.Findings("pl/hello").ShouldContain(finding => finding.Contains("cut off at its peaks"));
    }

    [Fact]
    public async Task Silence_at_an_end_and_nothing_but_silence_are_faults()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        var tone = new Sound(Tones.Sine(1, 0.1)).Levelled().Samples;

        folder.Overdub("pl/hello.wav", [.. Tones.Silence(0.35), .. tone]);
        folder.Overdub("en/hello.wav", [.. tone, .. Tones.Silence(0.35)]);
        folder.Overdub("uk/hello.wav", Tones.Silence(1));

        folder.Findings("pl/hello").ShouldHaveSingleItem().ShouldContain("starts with 350 ms of silence");
        folder.Findings("en/hello").ShouldHaveSingleItem().ShouldContain("ends with 350 ms of silence");
        folder.Findings("uk/hello").ShouldHaveSingleItem().ShouldContain("nothing is heard");
    }

    [Theory]
    [InlineData("2026-12-24", "fault: ")]
    [InlineData("2026-12-23", "warning: ")]
    [InlineData("2026-11-23", "warning: ")]
    [InlineData("2026-11-22", null)]
    public void Fact_past_its_day_is_a_fault_and_thirty_days_before_a_warning(string today, string? expected)
    {
        using var folder = new ContentFolder();
        folder.Write("sources.yaml", """S1: { address: "https://example.org", date: "2026" }""");
        folder.Write("prompts/test.yaml", """
            prompts:
              - key: fee
                facts:
                  - { source: S1, certainty: high, holds-until: 2026-12-23 }
                pl: "Opłata."
                en: "The fee."
                uk: "Оплата."
            """);

        var line = Checked(folder.Path, today).Split('\n').SingleOrDefault(line => line.Contains("a fact of 'fee'"));

        if (expected is null)
            line.ShouldBeNull();
        else
            line.ShouldNotBeNull().ShouldStartWith(expected + "prompts/test.yaml:4");
    }

    [Fact]
    public async Task File_that_no_prompt_asks_for_is_a_warning()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        folder.Write("pl/helo.wav", File.ReadAllBytes(folder.Full("pl/hello.wav")));
        folder.Write("human/pl/helo.mp3", [1]);

        var findings = RecordingCheck.Run(folder.Path, new DateOnly(2026, 11, 24)).Where(finding => finding.Where.Contains("helo")).ToList();

        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(finding => finding.IsWarning && finding.Problem == "no prompt has this recording");
    }

    [Fact]
    public async Task File_that_does_not_come_from_render_is_a_fault_and_played_all_the_same()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        var samples = new Sound(Tones.Sine(1, 0.1)).Levelled().Samples;
        folder.Write("pl/hello.wav", new WavFile(WavFormat.Telephone, MuLaw.Encode(samples), new Dictionary<string, string>(StringComparer.Ordinal), samples.Length).ToBytes());

        folder.Findings("pl/hello").ShouldHaveSingleItem().ShouldContain("put a person's file into human/pl/");
        PromptLibrary.Load(folder.Path).Compose(Language.Polish, PromptKey.Of("hello"))[0].Recording!.Origin.ShouldBe(RecordingOrigin.Human);
    }

    [Fact]
    public async Task Check_and_list_say_who_speaks()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice(RecordingOrigin.Neural));
        File.Delete(folder.Full("uk/hello.wav"));
        await using var listed = new StringWriter();

        ListCommand.Run(folder.Path, new ListCommand.Wanted("hello", Pieces: false, Texts: true), listed).ShouldBe(0);

        listed.ToString().ShouldContain("pl:neural en:neural uk:missing");
        listed.ToString().ShouldContain("en: Good morning.");
        Checked(folder.Path).ShouldContain("0 human, 2 neural, 0 demo");
    }

    private static string Checked(string folder, string today = "2026-11-24")
    {
        using var output = new StringWriter();
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(today + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        CheckCommand.Run(folder, clock, output).ShouldBe(1);
        return output.ToString();
    }
}
