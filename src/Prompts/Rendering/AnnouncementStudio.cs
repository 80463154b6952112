using System.Security.Cryptography;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Rendering;

/// <summary>What came of speaking an announcement.</summary>
public abstract record AnnouncementTake
{
    private AnnouncementTake()
    {
    }

    /// <summary>It is spoken.</summary>
    public sealed record Made(AnnouncementSound Sound) : AnnouncementTake;

    /// <summary>No voice could speak it.</summary>
    /// <param name="Why">What is missing and how to get it, for the log.</param>
    public sealed record NotMade(string Why) : AnnouncementTake;
}

/// <summary>Speaks texts that are not in the catalogue, with the voice, the level and the pronunciations of <c>render</c>.</summary>
/// <param name="recordingsFolder">The folder that holds <c>pronunciation.yaml</c>.</param>
public sealed class AnnouncementStudio(string recordingsFolder)
{
    private readonly Lazy<PromptCatalogue> _catalogue = new(() => PromptCatalogue.Read(recordingsFolder).Catalogue);

    /// <summary>Speaks a text; where no voice is at hand, says which is missing.</summary>
    public async Task<AnnouncementTake> SpeakAsync(Language language, string words, CancellationToken cancellationToken)
    {
        try
        {
            var voice = (IVoice?)AzureVoice.FromEnvironment(Environment.GetEnvironmentVariable) ?? new EspeakVoice();
            var sound = await voice.SpeakAsync(language, _catalogue.Value.Pronounce(language, words), cancellationToken);
            var packed = StoredSound.Pack(sound.Finished(), new RecordingNotes(voice.Origin, "announcement", ""));
            var wav = StoredSound.ForTheNetwork(packed.ToBytes())!;
            return new AnnouncementTake.Made(new AnnouncementSound(Convert.ToHexStringLower(SHA256.HashData(wav))[..16], wav));
        }
        catch (RenderException silent)
        {
            return new AnnouncementTake.NotMade(silent.Message);
        }
    }
}
