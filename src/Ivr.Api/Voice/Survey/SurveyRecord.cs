using Infoline.Ivr.Conversations;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>Keeps the answers in the history of the call, and that its caller was asked. A caller never waits for either, nor hears of its failure.</summary>
internal sealed partial class SurveyRecord(CallNotes notes, CallHistory history, ILogger<SurveyRecord> logger)
{
    private const string Offered = "survey";

    /// <summary>Whether this is the first conversation of the call after which the caller is asked; the same one may be told again.</summary>
    public async Task<bool> IsFirstAsync(CallId call, ReservationId conversation, CancellationToken cancel)
    {
        try
        {
            if ((await notes.OfAsync(call, cancel)).TryGetValue(Offered, out var after))
                return string.Equals(after, conversation.ToString(), StringComparison.Ordinal);
            await notes.NoteAsync(call, Offered, conversation.ToString(), cancel);
            return true;
        }
        catch (RoutingUnavailableException fault)
        {
            NotKept(logger, fault);
            return false;
        }
    }

    /// <summary>An answer. A later one to the same question takes its place when the record is written.</summary>
    public async Task NoteAsync(CallId call, string question, int answer, CancellationToken cancel)
    {
        try
        {
            await history.NoteAsync(call, HistoryWords.Survey, SurveyWords.Write(question, answer), cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            NotKept(logger, fault);
        }
    }

    [LoggerMessage(EventName = "SurveyNotKept", Level = LogLevel.Warning, Message = "The queue's store does not answer: nothing of the survey of this call is kept")]
    private static partial void NotKept(ILogger logger, Exception fault);
}
