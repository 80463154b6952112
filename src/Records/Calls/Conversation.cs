namespace Infoline.Records.Calls;

/// <summary>One consultant's part in a call.</summary>
internal sealed record Conversation(string Reservation, string Consultant, DateTimeOffset From, DateTimeOffset To, TimeSpan Hold, TimeSpan WrapUp)
{
    public TimeSpan Length => To - From;

    public static IReadOnlyList<Conversation> In(IReadOnlyList<CallEvent> events)
    {
        List<Conversation> found = [];
        for (var index = 0; index < events.Count; index++)
        {
            if (events[index] is Connected begin)
            {
                found.Add(After(begin, [.. events.Skip(index + 1)]));
            }
        }

        return found;
    }

    private static Conversation After(Connected begin, IReadOnlyList<CallEvent> later)
    {
        // A consultant's part ends with the conversation, with the call, or when the next consultant takes over.
        var during = later.TakeWhile(each => each is not (ConversationEnded or Ended or Connected)).ToList();
        var end = (during.Count < later.Count ? later[during.Count] : later.Count > 0 ? later[^1] : begin).At;
        var wrapUp = later.Skip(during.Count).OfType<WrapUpEnded>().FirstOrDefault(each => string.Equals(each.Consultant, begin.Consultant, StringComparison.Ordinal))?.At - end;
        return new Conversation(begin.Reservation, begin.Consultant, begin.At, end, HoldIn(during, end), wrapUp ?? TimeSpan.Zero);
    }

    private static TimeSpan HoldIn(IEnumerable<CallEvent> during, DateTimeOffset end)
    {
        var (hold, since) = (TimeSpan.Zero, (DateTimeOffset?)null);
        foreach (var each in during)
        {
            if (each is HoldBegan)
            {
                since ??= each.At;
            }
            else if (each is HoldEnded && since is { } from)
            {
                (hold, since) = (hold + (each.At - from), null);
            }
        }

        return since is { } open ? hold + (end - open) : hold;
    }
}

/// <summary>One offer of a call to a consultant.</summary>
/// <param name="Reservation">The reservation's id.</param>
/// <param name="Consultant">To whom.</param>
/// <param name="At">When.</param>
/// <param name="Rang">How long it rang; zero while its end is not known.</param>
/// <param name="Outcome">How it ended; null while that is not known.</param>
public sealed record CallOffer(string Reservation, string Consultant, DateTimeOffset At, TimeSpan Rang, OfferOutcome? Outcome)
{
    /// <summary>The conversation that followed, without hold.</summary>
    public TimeSpan Talk { get; init; }

    /// <summary>The time on hold in it.</summary>
    public TimeSpan Hold { get; init; }

    /// <summary>The work after it.</summary>
    public TimeSpan WrapUp { get; init; }

    internal static IReadOnlyList<CallOffer> In(IReadOnlyList<CallEvent> events, IReadOnlyList<Conversation> conversations) =>
        [.. events.OfType<Offered>().DistinctBy(offer => offer.Reservation, StringComparer.Ordinal).Select(offer => From(offer, events, conversations))];

    private static CallOffer From(Offered offer, IReadOnlyList<CallEvent> events, IReadOnlyList<Conversation> conversations)
    {
        var end = events.OfType<OfferEnded>().FirstOrDefault(each => string.Equals(each.Reservation, offer.Reservation, StringComparison.Ordinal));
        var talk = conversations.Where(each => string.Equals(each.Reservation, offer.Reservation, StringComparison.Ordinal)).ToList();
        return new CallOffer(offer.Reservation, offer.Consultant, offer.At, end is not null && end.At > offer.At ? end.At - offer.At : TimeSpan.Zero, end?.Outcome ?? (talk.Count > 0 ? OfferOutcome.Accepted : null))
        {
            Talk = talk.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Length - each.Hold),
            Hold = talk.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Hold),
            WrapUp = talk.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.WrapUp),
        };
    }
}
