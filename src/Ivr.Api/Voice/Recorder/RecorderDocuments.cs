using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Queue;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>What a caller hears about recording, before they wait for a consultant.</summary>
internal sealed class RecorderDocuments(Narrator narrator)
{
    /// <summary>The key that declines; it means nothing else on the way to a consultant.</summary>
    public const string DeclineKey = "8";

    private const int SecondsToDecline = 3;

    /// <summary>"We will record the conversation"; silence and any key but one lead on.</summary>
    public VoiceResponse Notice(CallPlace at)
    {
        var action = new Uri(at.Url(RecorderEndpoints.NoticeStep), UriKind.Relative);
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToDecline, numDigits: 1, finishOnKey: "", actionOnEmptyResult: true);
        narrator.Speak(gather, at.Language, RecorderPrompts.Notice);
        var response = new VoiceResponse();
        response.Append(gather);
        // Reached only if the network does not post an empty result.
        response.Redirect(action, HttpMethod.Post);
        return response;
    }

    /// <summary>"The conversation will not be recorded", and on to the queue.</summary>
    public VoiceResponse Declined(CallPlace at)
    {
        var response = new VoiceResponse();
        narrator.Speak(response, at.Language, RecorderPrompts.Declined);
        response.Redirect(new Uri(at.Url(QueueEndpoints.AgentStep), UriKind.Relative), HttpMethod.Post);
        return response;
    }
}
