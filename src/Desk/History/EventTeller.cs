using Infoline.Desk.Live;
using Infoline.Records.Calls;
using Microsoft.Extensions.Localization;

namespace Infoline.Desk.History;

/// <summary>Tells what happened in a call, one sentence an event.</summary>
internal sealed class EventTeller(IStringLocalizer<HistoryTexts> texts, TopicNames topics, IReadOnlyDictionary<string, string> names)
{
    public string Tell(CallEvent happened) => happened switch
    {
        Arrived => texts["Event.Arrived"],
        LanguageChosen(_, var language) => texts["Event.Language", texts[$"Language.{language}"]],
        Stepped(_, var node, var key) => key is null ? texts["Event.Stepped", Topic(node)] : texts["Event.Stepped.Key", Topic(node), key],
        CaseLookedUp(_, _, { } stage) => texts["Event.CaseFound", stage],
        CaseLookedUp(_, var outcome, _) => texts["Event.CaseNotFound", Word(outcome)],
        AskedForConsultant(_, var topic, var band) => texts[band > 0 ? "Event.Asked.Priority" : "Event.Asked", Topic(topic)],
        TurnedAway(_, var reason) => texts["Event.TurnedAway", Word(reason)],
        WaitAnnounced(_, var place, { } low, { } high) => texts["Event.Announced", place, Minutes(low), Minutes(high)],
        WaitAnnounced(_, var place, _, _) => texts["Event.Place", place],
        LeftQueue(_, var reason) => texts["Event.LeftQueue", Word(reason)],
        Offered(_, _, var consultant) => texts["Event.Offered", Name(consultant)],
        OfferEnded(_, _, var outcome, { } reason) => texts["Event.OfferEnded.Reason", texts[$"Offer.{outcome}"], Word(reason)],
        OfferEnded(_, _, var outcome, _) => texts[$"Offer.{outcome}"],
        Connected(_, _, var consultant) => texts["Event.Connected", Name(consultant)],
        HoldBegan => texts["Event.HoldBegan"],
        HoldEnded => texts["Event.HoldEnded"],
        Transferred(_, var from, var to, _) => texts["Event.Transferred", Name(from), names.GetValueOrDefault(to) ?? Word(topics.NameOf(to) ?? to)],
        ConversationEnded(_, EndedBy.Network) => texts["Event.ConversationLost"],
        ConversationEnded(_, var by) => texts["Event.ConversationEnded", By(by)],
        WrapUpEnded(_, var consultant) => texts["Event.WrapUpEnded", Name(consultant)],
        Noted(_, var consultant, var disposition, var text) => texts["Event.Noted", Name(consultant), string.Join(": ", new[] { disposition, text }.Where(part => !string.IsNullOrEmpty(part)))],
        CallbackRequested => texts["Event.CallbackRequested"],
        CallbackAttempted(_, var attempt, var outcome) => texts["Event.CallbackAttempted", attempt, Word(outcome)],
        SurveyAnswered(_, var question, var answer) => texts["Event.Survey", SurveyWords.Of(texts, question), answer, SurveyAnswered.Best],
        RecordingDeclined => texts["Event.RecordingDeclined"],
        RecordingBegan(_, _, var until) => texts["Event.RecordingBegan", Shown.Local(until).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
        RecordingPaused => texts["Event.RecordingPaused"],
        RecordingResumed => texts["Event.RecordingResumed"],
        RecordingEnded => texts["Event.RecordingEnded"],
        Ended(_, var by) => texts["Event.Ended", By(by)],
        Other(_, var name) => texts["Event.Other", name],
        _ => texts["Event.Other", happened.GetType().Name],
    };

    private string Topic(string? node) => topics.NameOf(node) ?? texts["Event.NoTopic"];

    private string Name(string consultant) => names.GetValueOrDefault(consultant, consultant);

    private string By(EndedBy by) => texts[$"EndedBy.{by.ToString().ToLowerInvariant()}"];

    // Codes of the host come in words where there are some; a new one stands as it is.
    private string Word(string code) => texts[$"Word.{code}"] is { ResourceNotFound: false } word ? word : code;

    private static int Minutes(int seconds) => (int)Math.Round(seconds / 60.0);
}
