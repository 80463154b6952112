using CsCheck;
using Infoline.Records.Calls;

namespace Infoline.Records.Tests;

/// <summary>Random calls that follow the life of a call: from the greeting to the survey, with people who hang up anywhere.</summary>
internal static class Histories
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private static readonly string[] Nodes = ["main", "permits", "fees", "card", "case-status"];
    private static readonly string[] Languages = ["pl", "en", "uk"];
    private static readonly string[] Questions = ["solved", "clear", "wait"];
    private static readonly string[] Staff = ["anna", "borys", "celina"];

    /// <summary>A call of a given number, within the week that begins on <see cref="Monday"/>.</summary>
    public static Gen<CallRecord> Call(int number) => Gen.Int[0, 7 * 24 * 3600].SelectMany(offset => Gen.Int[0, int.MaxValue].Select(seed => Build(number, offset, new Random(seed))));

    /// <summary>A handful of calls.</summary>
    public static Gen<CallRecord[]> Some(int least, int most) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[0, int.MaxValue]).Select(Of);

    /// <summary>The same calls each time.</summary>
    public static CallRecord[] Of(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Build(number, random.Next(7 * 24 * 3600), random))];
    }

    private static CallRecord Build(int number, int offset, Random random)
    {
        var clock = Monday.AddSeconds(offset);
        List<CallEvent> events = [new Arrived(clock)];
        DateTimeOffset Next(int most) => clock = clock.AddMilliseconds(random.Next(1, most * 1000));
        CallRecord Done(EndedBy by)
        {
            events.Add(new Ended(Next(3), by));
            return CallRecord.Of($"CA{number}", number % 4 == 0 ? null : $"key{number % 5}", events);
        }

        if (random.Next(8) == 0)
        {
            return Done(EndedBy.Caller);
        }

        events.Add(new LanguageChosen(Next(20), Languages[random.Next(3)]));
        for (var step = random.Next(5); step >= 0; step--)
        {
            events.Add(new Stepped(Next(40), Nodes[random.Next(Nodes.Length)], "1"));
        }

        if (random.Next(4) == 0)
        {
            events.Add(new CaseLookedUp(Next(60), random.Next(2) == 0 ? "found" : "no-match", random.Next(2) == 0 ? "opinions" : null));
        }

        switch (random.Next(6))
        {
            case 0:
                return Done(EndedBy.Line);
            case 1:
                events.Add(new TurnedAway(Next(5), "closed"));
                return Done(EndedBy.Line);
            default:
                events.Add(new AskedForConsultant(Next(5), random.Next(2) == 0 ? "card" : null));
                break;
        }

        if (random.Next(2) == 0)
        {
            var low = random.Next(600);
            events.Add(new WaitAnnounced(Next(3), 2, low, low + 120));
        }

        switch (random.Next(8))
        {
            case 0:
                return Done(EndedBy.Caller);
            case 1:
                events.Add(new LeftQueue(Next(200), "menu"));
                return Done(EndedBy.Caller);
            case 2:
                events.Add(new CallbackRequested(Next(200)));
                if (random.Next(2) == 0)
                {
                    events.Add(new CallbackAttempted(Next(2000), 3, "gave-up"));
                }

                return Done(EndedBy.Caller);
            default:
                break;
        }

        var conversations = random.Next(1, 3);
        for (var part = 0; part < conversations; part++)
        {
            var consultant = Staff[random.Next(3)];
            var missed = $"R{number}-{part}-missed";
            if (random.Next(3) == 0)
            {
                events.Add(new Offered(Next(200), missed, consultant));
                events.Add(new OfferEnded(Next(20), missed, random.Next(2) == 0 ? OfferOutcome.Missed : OfferOutcome.Refused));
            }

            var reservation = $"R{number}-{part}";
            events.Add(new Offered(Next(300), reservation, consultant));
            if (random.Next(6) == 0)
            {
                events.Add(new OfferEnded(Next(20), reservation, OfferOutcome.Rescinded));
                return Done(EndedBy.Caller);
            }

            events.Add(new OfferEnded(Next(20), reservation, OfferOutcome.Accepted));
            events.Add(new Connected(Next(2), reservation, consultant));
            if (random.Next(3) == 0)
            {
                events.Add(new HoldBegan(Next(100)));
                events.Add(new HoldEnded(Next(100)));
            }

            events.Add(new ConversationEnded(Next(400), EndedBy.Consultant));
            events.Add(new WrapUpEnded(Next(60), consultant));
            events.Add(new Noted(Next(1), consultant, random.Next(2) == 0 ? "informed" : null, "called about the card"));
        }

        // A caller who goes back answers a question once more.
        for (var answers = random.Next(3) == 0 ? random.Next(1, 5) : 0; answers > 0; answers--)
        {
            events.Add(new SurveyAnswered(Next(20), Questions[random.Next(3)], random.Next(1, 6)));
        }

        return Done(EndedBy.Caller);
    }
}
