using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts.Menu;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Survey;

/// <summary>
/// A few questions after a conversation, each answered by one key. Who does not want to answer has only to hang up, or to press what they
/// would have pressed anyway; whoever comes to the end finds every key of the line working as ever.
/// </summary>
internal sealed class SurveyDialogue(SurveyQuestions questions, SurveyDocuments documents, SurveyRecord record, MenuAnswers menu, MenuDocuments menuDocuments)
{
    /// <summary>Offers the questions, once in a call; null when there is nothing to ask.</summary>
    /// <param name="at">Where the caller is.</param>
    /// <param name="call">The call.</param>
    /// <param name="conversation">The conversation that has ended.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<object?> OfferAsync(CallPlace at, CallId call, ReservationId conversation, CancellationToken cancel) =>
        questions.Count > 0 && await record.IsFirstAsync(call, conversation, cancel) ? documents.Offer(at, questions.Count, QueuePrompts.ConversationEnded) : null;

    /// <summary>1 begins; silence and any other key mean what they mean without a survey.</summary>
    public object Begin(CallPlace at, string callSid, string digits) => (digits, questions.First) switch
    {
        ("1", { } first) => documents.Ask(new SurveyPlace(at, first), withScale: true),
        ("9", not null) => documents.Offer(at, questions.Count),
        _ => Elsewhere(at, callSid, digits),
    };

    /// <summary>The answer to a question. What is none is asked for once more, and then left out.</summary>
    public async Task<object> AnswerAsync(SurveyPlace place, CallId call, string digits, CancellationToken cancel)
    {
        if (!questions.Has(place.Question))
            return End(place.At);
        switch (digits)
        {
            case [>= '1' and <= '5' and var key]:
                await record.NoteAsync(call, place.Question, key - '0', cancel);
                return Next(place);
            case "9":
                return documents.Ask(place, withScale: true);
            case "*":
                return questions.Before(place.Question) is { } before
                    ? documents.Ask(new SurveyPlace(place.At, before), withScale: true)
                    : documents.Offer(place.At, questions.Count);
            case "0" or "#":
                return Elsewhere(place.At, call.Value, digits);
            default:
                return place.Again ? Next(place) : documents.Ask(place with { Again = true }, withScale: true);
        }
    }

    private object Next(SurveyPlace place) =>
        questions.After(place.Question) is { } next ? documents.Ask(new SurveyPlace(place.At, next), withScale: false) : End(place.At);

    private Documents.VoiceDocument End(CallPlace at) => menuDocuments.Tell(NodeOf(at), at with { KeysTold = true }, SurveyPrompts.Thanks);

    private object Elsewhere(CallPlace at, string callSid, string digits)
    {
        var (node, place) = (NodeOf(at), at with { KeysTold = true });
        return menu.To(callSid, node, place, MenuStep.Decide(menu.Menu, node, place, digits));
    }

    private MenuNode NodeOf(CallPlace at) => menu.Menu.Find(at.Node) ?? menu.Menu.Start;
}
