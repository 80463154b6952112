using Infoline.Desk.Hours;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts.Hours;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Rehearsal;

/// <summary>Has the documents of a call made by the parts that make them for callers, on a clock that stands at the moment asked for.</summary>
internal sealed class CallRehearsal(LineContent content, Narrator narrator, GreetingDocuments greeting) : IRehearsal
{
    /// <summary>The ticket rides in URLs that nobody asks for.</summary>
    private static readonly CallId Nobody = CallId.Parse("CA00000000000000000000000000000000");

    private static readonly WaitNews First = new(Place: 1, Expected: null, OwnLanguageOnly: false);

    public HeardCall CallAt(DateTimeOffset at, Language language, OpeningHours hours)
    {
        var then = content with { InForce = new HoursInForce(hours) };
        var menu = new MenuDocuments(then, narrator, new StandingClock(at));
        var queue = new WaitDocuments(narrator, menu);
        var place = CallPlace.Entering(language, content.Menu.Start.Id);
        var waiting = WaitPlace.Entering(place, new Ticket(Nobody, at, LanguageCode.Parse(Prompts.LanguageCodes.Code(language)), Topic: place.Node));
        var consultant = queue.OutOfHours(waiting, then.Hours, at) ?? queue.Arrive(waiting, First, QueuePrompts.Joined, at);
        return new HeardCall(
            HeardLines.In(greeting.AskForLanguage(tries: 0).ToBytes(), content, hours),
            HeardLines.In(menu.Welcome(place).ToBytes(), content, hours),
            HeardLines.In(System.Text.Encoding.UTF8.GetBytes(consultant.ToString()), content, hours));
    }

    private sealed class StandingClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
