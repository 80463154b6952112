using CsCheck;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Tests.Queue;

/// <summary>What a waiting caller hears, turn by turn, whatever the queue says and whatever they press.</summary>
public sealed class WaitTurnTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly CallbackOptions Rules = new();

    private static readonly Gen<WaitRange?> AnyExpected = Gen.OneOf(
        Gen.Const((WaitRange?)null),
        Gen.Select(Gen.Int[0, 90], Gen.Int[1, 60], (least, more) => (WaitRange?)new WaitRange(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(least + more))));

    private static readonly Gen<Turn> AnyTurn = Gen.Select(
        Gen.OneOf(Gen.Const(""), Gen.Const(""), Gen.Char["0123456789*#"].Select(key => key.ToString()), Gen.String[Gen.Char["0123456789*#"], 2, 20]),
        Gen.Int[1, 60],
        AnyExpected,
        Gen.Int[1, 3],
        Gen.Bool,
        Gen.Int[1, 40],
        (digits, place, expected, step, served, seconds) => new Turn(digits, place, expected, step, served, seconds));

    [Fact]
    public void Every_turn_leads_on_and_what_was_told_is_not_told_again() => AnyTurn.Array[1, 60].Sample(turns =>
    {
        var wait = new Wait();
        foreach (var turn in turns)
            wait.Hears(turn);

        wait.Offers.ShouldBeLessThanOrEqualTo(1, "the callback is offered once");
        wait.Languages.ShouldBeLessThanOrEqualTo(1, "the other languages are asked for once");
        wait.PlacesUnasked.Zip(wait.PlacesUnasked.Skip(1), (one, next) => next - one).ShouldAllBe(between => between >= WaitTurn.BetweenPlaces);
    });

    [Fact]
    public void A_silent_caller_is_offered_the_callback_in_the_first_turn_for_which_there_is_a_reason() => AnyTurn.Array[1, 40].Sample(turns =>
    {
        var wait = new Wait();
        var reason = false;
        foreach (var turn in turns)
        {
            wait.Hears(turn with { Digits = "" });
            reason |= !turn.Served
                || (turn.Expected is { } expected && expected.AtLeast + expected.AtMost >= 2 * Rules.LongWait)
                || wait.Now - Start >= Rules.OfferAfter;
            wait.Offers.ShouldBe(reason ? 1 : 0);
        }
    });

    [Fact]
    public void A_key_that_is_no_key_of_the_queue_tells_the_place_and_how_to_be_called_back() => AnyTurn.Where(turn => turn.Digits is "0" or "7" or "8" or "9" or { Length: > 1 }).Sample(turn =>
    {
        var stay = new Wait().Hears(turn).ShouldBeOfType<WaitTurn.Stay>();

        stay.Lines.Select(line => line.Prompt).ShouldContain(CallbackPrompts.Key);
        stay.Lines.Select(line => line.Prompt).ShouldContain(turn.Place == 1 ? QueuePrompts.Next : QueuePrompts.Place);
    });

    [Fact]
    public void What_a_caller_was_told_survives_the_way_through_the_URL() => AnyTurn.Array[1, 20].Sample(turns =>
    {
        var wait = new Wait();
        foreach (var turn in turns)
            wait.Hears(turn);

        var url = new Uri(new Uri("http://host"), wait.Place.Url("wait"));
        var query = new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query));
        WaitPlace.Read(wait.Place.Language, wait.Place.Node, wait.Place.Ticket.Call, query, wait.Now).ShouldBe(wait.Place);
    });

    [Fact]
    public void A_caller_who_comes_when_the_wait_is_long_is_offered_the_callback_at_once()
    {
        var wait = new Wait();
        var news = wait.News(new Turn("", Place: 9, new WaitRange(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(13)), Step: 1, Served: true, Seconds: 0));

        var arrival = WaitTurn.Arrive(wait.Place, news, QueuePrompts.Joined, Start);

        arrival.Lines.Select(line => line.Prompt).TakeLast(2).ShouldBe([CallbackPrompts.OfferLongWait, CallbackPrompts.Key]);
        arrival.Place.Told.CallbackOffered.ShouldBeTrue();
    }

    /// <summary>One turn: the keys, what the queue says, and how long the turn before lasted.</summary>
    private sealed record Turn(string Digits, int Place, WaitRange? Expected, int Step, bool Served, int Seconds);

    /// <summary>A caller's wait, counted as it is heard.</summary>
    private sealed class Wait
    {
        public WaitPlace Place { get; private set; } = WaitPlace.Entering(
            CallPlace.Entering(Language.English, "fees"), new Ticket(CallId.Parse("CA1"), Start, LanguageCode.Parse("en"), Topic: "fees"));

        public DateTimeOffset Now { get; private set; } = Start;

        public int Offers { get; private set; }

        public int Languages { get; private set; }

        public List<DateTimeOffset> PlacesUnasked { get; } = [];

        public WaitNews News(Turn turn)
        {
            var state = new CallState.Waiting(turn.Place, Start, turn.Step, turn.Served, turn.Expected);
            return new WaitNews(turn.Place, Expected: null, turn.Step < 3, CallbackOffers.For(state, Now, Rules));
        }

        public WaitTurn Hears(Turn turn)
        {
            Now += TimeSpan.FromSeconds(turn.Seconds);
            var next = WaitTurn.Decide(Place, News(turn), turn.Digits, Now);
            Place = next switch
            {
                WaitTurn.Stay stay => stay.Place with { Turn = stay.Place.Turn + 1 },
                WaitTurn.CallMeBack back => back.Place,
                WaitTurn.Menu menu => menu.Place,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            if (next is WaitTurn.Stay { Lines: var lines })
            {
                var prompts = lines.Select(line => line.Prompt).ToList();
                Offers += prompts.Count(prompt => prompt == CallbackPrompts.Offer || prompt == CallbackPrompts.OfferLongWait || prompt == CallbackPrompts.OfferNoSpeaker);
                Languages += prompts.Count(prompt => prompt == QueuePrompts.SecondLanguageWhy);
                if (prompts.Contains(QueuePrompts.Next) || prompts.Contains(QueuePrompts.Place))
                {
                    // What a caller asked for by a key is told at once, and counts for what is told unasked after it.
                    if (turn.Digits.Length > 0)
                        PlacesUnasked.Clear();
                    PlacesUnasked.Add(Now);
                }
            }

            return next;
        }
    }
}
