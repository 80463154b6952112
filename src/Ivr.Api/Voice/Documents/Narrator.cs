using System.Collections.Concurrent;
using Infoline.Ivr.Voice.Recordings;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>Turns prompts into TwiML: the recording where there is one, otherwise the same words said in the caller's language.</summary>
internal sealed partial class Narrator(LineContent content, VoiceMetrics metrics, ILogger<Narrator> logger)
{
    private const int SecondsOfMusic = 20;

    private readonly ConcurrentDictionary<(Language Language, string Key), bool> _missing = new();

    /// <summary>Appends a prompt to a document or to a Gather.</summary>
    public void Speak(TwiML into, Language language, PromptKey prompt, IReadOnlyDictionary<string, Spoken>? arguments = null)
    {
        foreach (var clip in content.Prompts.Compose(language, prompt, arguments))
        {
            if (clip.Recording is { } recording && recording.IsThere)
            {
                _missing.TryRemove((clip.Language, clip.Key), out _);
                into.Append(new Play(new AudioAddress(clip.Language, clip.Key, recording.ContentHash).ToUri()));
            }
            else
            {
                NoteMissing(clip);
                into.Append(new Say(clip.Text, voice: VoiceOf(clip.Language), language: clip.Language.Tag()));
            }
        }
    }

    /// <summary>Appends an announcement: a prompt, or what an editor wrote, as audio where a voice was at hand.</summary>
    public void Announce(TwiML into, Language language, Announcement announcement)
    {
        switch (announcement)
        {
            case Announcement.Catalogued(var prompt, _, _):
                Speak(into, language, prompt);
                break;
            case Announcement.Written { Texts: var texts } when texts[language] is { Sound: { } sound }:
                into.Append(new Play(AudioAddress.OfAnnouncement(language, sound.ContentHash).ToUri()));
                break;
            case Announcement.Written { Texts: var texts }:
                SayWords(into, language, texts[language].Words);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Appends words that no recording can hold, such as a place in the office's own words.</summary>
    public static void SayWords(TwiML into, Language language, string words) => into.Append(new Say(words, voice: VoiceOf(language), language: language.Tag()));

    /// <summary>Appends music for a caller who waits; silence of about the same length where there is no recording of it.</summary>
    public void PlayMusic(TwiML into, Language language)
    {
        if (content.Prompts.Music(language) is { Recording: { } music } clip && music.IsThere)
        {
            into.Append(new Play(new AudioAddress(language, clip.Key, music.ContentHash).ToUri()));
        }
        else
        {
            into.Append(new Pause(SecondsOfMusic));
        }
    }

    /// <summary>Says so in the log once, and again after the recording was there and is missing once more.</summary>
    private void NoteMissing(Clip clip)
    {
        if (_missing.TryAdd((clip.Language, clip.Key), true))
        {
            metrics.RecordingMissing(clip.Language);
            RecordingMissing(logger, clip.Key, clip.Language.Code());
        }
    }

    // Twilio offers Polly and Google voices for Polish and English, only Google ones for Ukrainian ("Text-to-speech voices").
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
