using Infoline.Prompts.Audio;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Tests.Rendering;

public sealed class RendererTests
{
    [Fact]
    public async Task Missing_recordings_are_made_and_fresh_ones_left_alone()
    {
        using var folder = new RenderingFolder();

        (await folder.RenderAsync(new ToneVoice())).Count.ShouldBe(4, "three languages and the music");
        (await folder.RenderAsync(new ToneVoice())).ShouldBeEmpty();

        folder.Findings("pl/hello").ShouldBeEmpty();
    }

    [Fact]
    public async Task Changed_text_is_spoken_again_in_its_language_only()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        var voice = new ToneVoice();

        await folder.Says("Witamy.").RenderAsync(voice);

        voice.Spoken.ShouldBe(["Witamy."]);
    }

    [Fact]
    public async Task Better_voice_replaces_a_lesser_one_and_never_the_other_way()
    {
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());

        (await folder.RenderAsync(new ToneVoice(RecordingOrigin.Neural))).Count.ShouldBe(3);
        (await folder.RenderAsync(new ToneVoice())).ShouldBeEmpty();

        folder.Notes("pl/hello.wav").Origin.ShouldBe(RecordingOrigin.Neural);
    }

    [Fact]
    public async Task Same_text_gives_the_same_bytes()
    {
        using var first = new RenderingFolder();
        using var second = new RenderingFolder();

        await first.RenderAsync(new ToneVoice());
        await second.RenderAsync(new ToneVoice());

        foreach (var file in new[] { "pl/hello.wav", "uk/hello.wav", "music/music.waiting.wav" })
            File.ReadAllBytes(first.Full(file)).ShouldBe(File.ReadAllBytes(second.Full(file)));
    }

    [Fact]
    public async Task Demo_voice_gives_the_same_bytes_every_time_and_passes_the_check()
    {
        Machine.Needs("espeak-ng", "sox");
        using var first = new RenderingFolder();
        using var second = new RenderingFolder();

        await first.RenderAsync(new EspeakVoice());
        await second.RenderAsync(new EspeakVoice());

        foreach (var file in new[] { "pl/hello.wav", "en/hello.wav", "uk/hello.wav" })
        {
            File.ReadAllBytes(first.Full(file)).ShouldBe(File.ReadAllBytes(second.Full(file)));
            first.Findings(file).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("wav")]
    [InlineData("mp3")]
    [InlineData("m4a")]
    public async Task Persons_file_is_converted_levelled_and_preferred(string ending)
    {
        Machine.Needs("ffmpeg");
        using var folder = new RenderingFolder();
        await folder.RenderAsync(new ToneVoice());
        await SpeakAsync(folder, ending, frequency: 500);

        await folder.RenderAsync(new ToneVoice(RecordingOrigin.Neural));

        folder.Notes("pl/hello.wav").Origin.ShouldBe(RecordingOrigin.Human);
        folder.File("pl/hello.wav").Format.ShouldBe(WavFormat.Telephone);
        folder.Findings("pl/hello").ShouldBeEmpty();
        (await folder.RenderAsync(new ToneVoice(RecordingOrigin.Neural))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_who_spoke_an_older_text_gives_way_until_there_is_a_new_file()
    {
        Machine.Needs("ffmpeg");
        using var folder = new RenderingFolder();
        await SpeakAsync(folder, "wav", frequency: 500);
        await folder.RenderAsync(new ToneVoice());

        folder.Says("Witamy.");
        folder.Findings("pl/hello").ShouldContain(finding => finding.Contains("stale"));
        await folder.RenderAsync(new ToneVoice());

        folder.Notes("pl/hello.wav").Origin.ShouldBe(RecordingOrigin.Demo);
        folder.Findings("human/pl/hello").ShouldHaveSingleItem().ShouldContain("spoke an older text");
        (await folder.RenderAsync(new ToneVoice())).ShouldBeEmpty();

        await SpeakAsync(folder, "wav", frequency: 600);
        await folder.RenderAsync(new ToneVoice());

        folder.Notes("pl/hello.wav").Origin.ShouldBe(RecordingOrigin.Human);
    }

    [Fact]
    public async Task File_that_is_no_audio_is_named()
    {
        Machine.Needs("ffmpeg");
        using var folder = new RenderingFolder();
        folder.Write("human/pl/hello.mp3", "not a song"u8.ToArray());

        var failure = await Should.ThrowAsync<RenderException>(() => folder.RenderAsync(new ToneVoice()));

        failure.Message.ShouldContain("hello.mp3 cannot be read as audio");
    }

    [Fact]
    public async Task Failure_of_the_voice_keeps_what_was_made()
    {
        using var folder = new RenderingFolder();

        await Should.ThrowAsync<RenderException>(() => folder.RenderAsync(new ToneVoice { FailsAt = "Добрий день." }));

        folder.Findings("uk/hello").ShouldHaveSingleItem().ShouldContain("missing");
        Directory.EnumerateFiles(folder.Path, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
        (await folder.RenderAsync(new ToneVoice())).ShouldContain(task => task is RenderTask.Speak);
    }

    [Fact]
    public async Task Program_that_is_not_installed_is_named_with_the_way_to_install_it()
    {
        var failure = await Should.ThrowAsync<RenderException>(() => Tool.RunAsync("no-such-program", [], ReadOnlyMemory<byte>.Empty, TestContext.Current.CancellationToken));

        failure.Message.ShouldBe("The program no-such-program is not installed; on Debian and Ubuntu: apt-get install no-such-program.");
    }

    [Fact]
    public void Segment_before_a_value_is_read_as_a_sentence_that_goes_on_and_odd_words_as_they_sound()
    {
        using var folder = ContentFolder.With("""
            prompts:
              - { key: place, pl: "Miejsce {place:place} w portalu MOS.", en: "Place {place:place} in MOS.", uk: "Місце {place:place} у MOS." }
            """);
        folder.Write("pronunciation.yaml", """pl: { MOS: "mos" }""");

        var plan = RecordingPlan.Of(PromptCatalogue.Read(folder.Path).Catalogue).Where(planned => planned.Language == Language.Polish).ToList();

        plan.Single(planned => planned.Key == "place.1").Text.ShouldBe("Miejsce,");
        plan.Single(planned => planned.Key == "place.2").Text.ShouldBe("w portalu mos.");
    }

    [Fact]
    public void Music_is_a_calm_loop_that_fits_a_telephone_and_has_no_seam()
    {
        var music = HoldMusic.Compose();

        music.Length.TotalSeconds.ShouldBeInRange(10, 30);
        Loudness.Measure(music.Samples).ShouldBe(Sound.TargetLufs, 1);
        music.Peak.ShouldBeLessThan(Sound.Clipped);
        var steepest = music.Samples.Zip(music.Samples.Skip(1)).Max(pair => Math.Abs(pair.First - pair.Second));
        Math.Abs(music.Samples[0] - music.Samples[^1]).ShouldBeLessThanOrEqualTo(steepest);
    }

    private static async Task SpeakAsync(RenderingFolder folder, string ending, int frequency)
    {
        Directory.CreateDirectory(folder.Full("human/pl"));
        await Tool.RunAsync(
            "ffmpeg",
            ["-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", $"sine=frequency={frequency}:duration=1.5:sample_rate=44100", folder.Full($"human/pl/hello.{ending}")],
            ReadOnlyMemory<byte>.Empty,
            TestContext.Current.CancellationToken);
    }
}
