namespace Infoline.Records.Calls;

/// <summary>One call in figures, computed from its events and from nothing else.</summary>
public sealed record CallSummary
{
    /// <summary>When the call came in.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When it was over; for a callback, when the last conversation was.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The two-letter code, or null when none was chosen.</summary>
    public required string? Language { get; init; }

    /// <summary>What the caller wanted a consultant for, when known.</summary>
    public required string? Topic { get; init; }

    /// <summary>The nodes of the menu in the caller's order.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>What became of the call.</summary>
    public required CallOutcome Outcome { get; init; }

    /// <summary>When the caller first asked for a consultant; null when never.</summary>
    public required DateTimeOffset? AskedAt { get; init; }

    /// <summary>From asking to the first conversation, or to leaving without one; null when the caller never waited.</summary>
    public required TimeSpan? Wait { get; init; }

    /// <summary>The conversations without the time on hold.</summary>
    public required TimeSpan Talk { get; init; }

    /// <summary>The time on hold.</summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>The work after the conversations.</summary>
    public required TimeSpan WrapUp { get; init; }

    /// <summary>The consultant of the last conversation.</summary>
    public required string? Consultant { get; init; }

    /// <summary>Whether the caller asked to be called back.</summary>
    public required bool WantsCallback { get; init; }

    /// <summary>The first expected wait that was told.</summary>
    public required WaitAnnounced? Announced { get; init; }

    /// <summary>Who ended the call.</summary>
    public required EndedBy EndedBy { get; init; }

    /// <summary>The last outcome code that a consultant chose.</summary>
    public required string? Disposition { get; init; }

    /// <summary>The offers to consultants in their order.</summary>
    public required IReadOnlyList<CallOffer> Offers { get; init; }

    /// <summary>How often a case was looked up by keys, and how often one was found.</summary>
    public required (int All, int Found) CaseLookUps { get; init; }

    /// <summary>The answers to the survey, one a question.</summary>
    public required IReadOnlyList<SurveyAnswer> Survey { get; init; }

    /// <summary>Computes the figures of a call.</summary>
    public static CallSummary Of(CallRecord record)
    {
        var events = record.Events;
        var conversations = Conversation.In(events);
        var arrived = events.OfType<Arrived>().FirstOrDefault()?.At ?? events[0].At;
        var asked = events.OfType<AskedForConsultant>().FirstOrDefault()?.At;
        var lookUps = events.OfType<CaseLookedUp>().ToList();
        return new CallSummary
        {
            ArrivedAt = arrived,
            EndedAt = events.Where(each => each is Ended or ConversationEnded).Select(each => each.At).DefaultIfEmpty(events[^1].At).Max(),
            Language = events.OfType<LanguageChosen>().LastOrDefault()?.Language,
            Topic = events.OfType<AskedForConsultant>().LastOrDefault(each => each.Topic is not null)?.Topic,
            Path = [.. events.OfType<Stepped>().Select(step => step.Node)],
            Outcome = OutcomeOf(events, conversations.Count > 0),
            AskedAt = asked,
            Wait = asked is { } since ? WaitFrom(since, events) : null,
            Talk = Sum(conversations, conversation => conversation.Length - conversation.Hold),
            Hold = Sum(conversations, conversation => conversation.Hold),
            WrapUp = Sum(conversations, conversation => conversation.WrapUp),
            Consultant = conversations.Count > 0 ? conversations[^1].Consultant : null,
            WantsCallback = events.Any(each => each is CallbackRequested),
            Announced = events.OfType<WaitAnnounced>().FirstOrDefault(each => each.LowSeconds is not null),
            EndedBy = events.OfType<Ended>().LastOrDefault()?.By ?? events.OfType<ConversationEnded>().LastOrDefault()?.By ?? EndedBy.Unknown,
            Disposition = events.OfType<Noted>().LastOrDefault(each => each.Disposition is not null)?.Disposition,
            Offers = CallOffer.In(events, conversations),
            CaseLookUps = (lookUps.Count, lookUps.Count(each => each.Stage is not null)),
            Survey = [.. events.OfType<SurveyAnswered>().Select(each => SurveyAnswer.Of(each, conversations))],
        };
    }

    private static CallOutcome OutcomeOf(IReadOnlyList<CallEvent> events, bool answered)
    {
        if (answered)
        {
            return CallOutcome.Answered;
        }

        return events.LastOrDefault(each => each is AskedForConsultant or TurnedAway or LeftQueue or CallbackRequested or CallbackAttempted) switch
        {
            CallbackAttempted { Outcome: "gave-up" } => CallOutcome.CallbackUnreached,
            CallbackRequested or CallbackAttempted => CallOutcome.CallbackPending,
            LeftQueue { Reason: "cancelled" or "called-again" } => CallOutcome.CallbackCancelled,
            TurnedAway => CallOutcome.TurnedAway,
            LeftQueue { Reason: "menu" } => CallOutcome.WentBack,
            AskedForConsultant or LeftQueue => IsRinging(events) ? CallOutcome.AbandonedRinging : CallOutcome.Abandoned,
            _ => events.Any(each => each is LanguageChosen) ? CallOutcome.SelfService : CallOutcome.LeftGreeting,
        };
    }

    // The last offer ended because the caller was gone, or never ended at all.
    private static bool IsRinging(IReadOnlyList<CallEvent> events) =>
        events.OfType<Offered>().LastOrDefault() is { } last
        && events.OfType<OfferEnded>().LastOrDefault(end => string.Equals(end.Reservation, last.Reservation, StringComparison.Ordinal)) is null or { Outcome: OfferOutcome.Rescinded };

    private static TimeSpan WaitFrom(DateTimeOffset since, IReadOnlyList<CallEvent> events)
    {
        var until = events.FirstOrDefault(each => each is Connected && each.At >= since)?.At
            ?? events.LastOrDefault(each => each is LeftQueue or CallbackRequested)?.At
            ?? events.LastOrDefault(each => each is Ended)?.At
            ?? events[^1].At;
        return until > since ? until - since : TimeSpan.Zero;
    }

    private static TimeSpan Sum(IEnumerable<Conversation> conversations, Func<Conversation, TimeSpan> part) =>
        conversations.Aggregate(TimeSpan.Zero, (sum, conversation) => sum + part(conversation));
}

/// <summary>An answer to a question of the survey.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Answer">From <see cref="SurveyAnswered.Worst"/> to <see cref="SurveyAnswered.Best"/>.</param>
/// <param name="Consultant">With whom the caller had spoken; null when that is not known.</param>
public sealed record SurveyAnswer(string Question, int Answer, string? Consultant)
{
    internal static SurveyAnswer Of(SurveyAnswered answered, IReadOnlyList<Conversation> conversations) => new(
        answered.Question,
        Math.Clamp(answered.Answer, SurveyAnswered.Worst, SurveyAnswered.Best),
        conversations.LastOrDefault(each => each.From <= answered.At)?.Consultant);
}
