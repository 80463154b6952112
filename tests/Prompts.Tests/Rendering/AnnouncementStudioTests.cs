using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Tests.Rendering;

public sealed class AnnouncementStudioTests
{
    [Fact]
    public async Task An_announcement_is_spoken_at_the_level_of_the_recordings_in_the_form_of_the_network()
    {
        Machine.Needs("espeak-ng", "sox");
        using var folder = new TemporaryFolder();
        var studio = new AnnouncementStudio(folder.Path);

        var sound = (await studio.SpeakAsync(Language.Ukrainian, "Сьогодні управління зачинене через аварію.", TestContext.Current.CancellationToken)).ShouldBeOfType<AnnouncementTake.Made>().Sound;

        var file = WavFile.Read(sound.Wav).ShouldBeOfType<WavReading.Readable>().File;
        file.Format.ShouldBe(WavFormat.Telephone);
        file.Length.ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        Loudness.Measure(StoredSound.Unpack(file)!.Samples).ShouldBe(Sound.TargetLufs, 1);
        sound.ContentHash.Length.ShouldBe(16);
    }
}
