using System.Globalization;
using System.Text;
using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Rendering;

/// <summary>
/// The voice of the demo set: espeak-ng, which is on every Linux machine, through sox. It is plain, but slow and clear;
/// the consonants that a telephone swallows are lifted before the rate is lowered.
/// </summary>
internal sealed class EspeakVoice : IVoice
{
    private static readonly string[] Effects = ["highpass", "120", "treble", "+4", "1800"];

    public RecordingOrigin Origin => RecordingOrigin.Demo;

    public int Parallel => Environment.ProcessorCount;

    /// <summary>The voice's name and everything that changes its sound.</summary>
    public static string Name(Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"espeak-ng {VoiceOf(language)} {SpeedOf(language)} {string.Join(' ', Effects)}");

    public async Task<Sound> SpeakAsync(Language language, string text, CancellationToken cancellationToken)
    {
        string[] arguments = ["-v", VoiceOf(language), "-s", SpeedOf(language).ToString(CultureInfo.InvariantCulture), "-b", "1", "--stdin", "--stdout"];
        var spoken = await Tool.RunAsync("espeak-ng", arguments, Encoding.UTF8.GetBytes(text), cancellationToken);
        string[] toTelephoneRate = ["-V1", "-D", "--ignore-length", "-t", "wav", "-", "-r", "8000", "-c", "1", "-b", "16", "-e", "signed-integer", "-t", "raw", "-"];
        return Sound.FromLinear(await Tool.RunAsync("sox", [.. toTelephoneRate, .. Effects], spoken, cancellationToken));
    }

    private static string VoiceOf(Language language) => language switch
    {
        Language.Polish => "pl",
        Language.English => "en-gb",
        Language.Ukrainian => "uk",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    /// <summary>
    /// Measured on the catalogue, these give about 140 Polish, 180 English and 150 Ukrainian words a minute: callers are
    /// anxious and often listen in a second language. The program's own count is of syllables, hence the different numbers.
    /// </summary>
    private static int SpeedOf(Language language) => language switch
    {
        Language.Polish => 190,
        Language.English => 170,
        _ => 168,
    };
}
