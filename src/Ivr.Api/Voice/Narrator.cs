using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice;

/// <summary>Turns prompts into TwiML: the recording where there is one, otherwise the same words said in the caller's language.</summary>
internal sealed partial class Narrator(LineContent content, ILogger<Narrator> logger)
{
    /// <summary>Appends a prompt to a document or to a Gather.</summary>
    public void Speak(TwiML into, Language language, PromptKey prompt, IReadOnlyDictionary<string, Spoken>? arguments = null)
    {
        foreach (var clip in content.Prompts.Compose(language, prompt, arguments))
        {
            if (clip.Recording is { } recording)
            {
                into.Append(new Play(new Uri($"/audio/{clip.Language.Code()}/{clip.Key}.{recording.ContentHash}.wav", UriKind.Relative)));
            }
            else
            {
                RecordingMissing(logger, clip.Key, clip.Language.Code());
                into.Append(new Say(clip.Text, voice: VoiceOf(clip.Language), language: clip.Language.Tag()));
            }
        }
    }

    // Twilio offers Polly and Google voices for Polish and English, only Google ones for Ukrainian (twilio-voice facts, T14).
    private static string VoiceOf(Language language) => language switch
    {
        Language.Polish => "Polly.Ola-Neural",
        Language.English => "Polly.Amy-Neural",
        Language.Ukrainian => "Google.uk-UA-Standard-A",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the line."),
    };

    [LoggerMessage(EventName = "RecordingMissing", Level = LogLevel.Warning, Message = "No recording of {Prompt} in {Language}: its text is said by a synthetic voice")]
    private static partial void RecordingMissing(ILogger logger, string prompt, string language);
}
