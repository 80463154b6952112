using Infoline.Ivr.Voice.Callback;
using Infoline.Prompts;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>How things stand for a waiting caller at one turn of the loop.</summary>
/// <param name="Place">The place in the queue; 1 is served next.</param>
/// <param name="Expected">The expected wait, or null while too little is known to say it.</param>
/// <param name="OwnLanguageOnly">Whether the caller still waits for a consultant of their own language alone.</param>
/// <param name="Offer">The words in which a callback is to be offered now; null for not now.</param>
internal sealed record WaitNews(int Place, ExpectedWait? Expected, bool OwnLanguageOnly, PromptKey? Offer = null);

/// <summary>An expected wait as a range of whole minutes.</summary>
internal readonly record struct ExpectedWait(int FromMinutes, int ToMinutes);

/// <summary>One sentence that a caller hears.</summary>
internal readonly record struct Line(PromptKey Prompt, IReadOnlyDictionary<string, Spoken>? Arguments = null)
{
    public static implicit operator Line(PromptKey prompt) => new(prompt);
}

/// <summary>What a key, or silence, at one turn of the wait loop leads to. Decided from data alone, so that it can be tested without a call.</summary>
internal abstract record WaitTurn
{
    private WaitTurn()
    {
    }

    /// <summary>The caller hears these lines, then music or quiet, and stays.</summary>
    public sealed record Stay(IReadOnlyList<Line> Lines, WaitPlace Place) : WaitTurn;

    /// <summary>The caller goes to the recordings; the ticket goes along.</summary>
    public sealed record Menu(WaitPlace Place) : WaitTurn;

    /// <summary>The caller wants to be called back; the ticket goes along.</summary>
    public sealed record CallMeBack(WaitPlace Place) : WaitTurn;

    /// <summary>A better place is told no more often (asterisk's queues learned it the hard way: features C9).</summary>
    public static readonly TimeSpan BetweenPlaces = TimeSpan.FromSeconds(30);

    /// <summary>After this wait the caller's other languages are asked for.</summary>
    private static readonly TimeSpan LanguagesAfter = TimeSpan.FromSeconds(75);

    private const int TurnsBetweenTips = 3;

    /// <summary>The first turn: where the caller stands and what the keys do. The reason says how they came here.</summary>
    public static Stay Arrive(WaitPlace place, WaitNews news, PromptKey why, DateTimeOffset now)
    {
        List<Line> lines = [why, .. Standing(news)];
        var told = Told(place, news, now);
        if (place.Ticket.Band is PriorityBand.Normal)
            lines.Add(QueuePrompts.KeyPriority);
        lines.Add(place.Quiet ? QueuePrompts.KeyMusic : QueuePrompts.KeyQuiet);
        lines.Add(QueuePrompts.KeyMenu);
        if (news.Offer is { } offer)
        {
            lines.AddRange([offer, CallbackPrompts.Key]);
            told = told with { CallbackOffered = true };
        }

        return new Stay(lines, place with { Told = told });
    }

    /// <summary>Total: any digits give a turn.</summary>
    public static WaitTurn Decide(WaitPlace place, WaitNews news, string digits, DateTimeOffset now) => digits switch
    {
        "" => Wait(place, news, now),
        "1" => new CallMeBack(place),
        "2" => new Stay([place.Quiet ? QueuePrompts.Music : QueuePrompts.Quiet], place with { Quiet = !place.Quiet }),
        "3" => new Stay([QueuePrompts.PriorityGiven, .. Standing(news)], place with { Ticket = place.Ticket with { Band = PriorityBand.Priority }, Told = Told(place, news, now) }),
        "4" => Second(place, Language.Polish, news, now),
        "5" => Second(place, Language.English, news, now),
        "6" => Second(place, Language.Ukrainian, news, now),
        "#" or "*" => new Menu(place),
        _ => new Stay([.. Standing(news), CallbackPrompts.Key, QueuePrompts.KeyPlace, QueuePrompts.KeyMenu], place with { Told = Told(place, news, now) }),
    };

    /// <summary>A turn while the queue does not answer: the caller waits on, and hears once that connecting takes longer and that we can call back.</summary>
    public static Stay WithoutNews(WaitPlace place) => place.Told.CallbackOffered
        ? new Stay(place.Quiet ? [QueuePrompts.StillHere] : [], place)
        : new Stay([QueuePrompts.DownSlow, CallbackPrompts.Key], place with { Told = place.Told with { CallbackOffered = true } });

    private static Stay Second(WaitPlace place, Language language, WaitNews news, DateTimeOffset now) => language == place.Language
        ? new Stay([.. Standing(news)], place with { Told = Told(place, news, now) })
        : new Stay([QueuePrompts.SecondLanguageNoted], place with { Ticket = place.Ticket with { SecondLanguage = LanguageCode.Parse(language.Code()) } });

    private static Stay Wait(WaitPlace place, WaitNews news, DateTimeOffset now)
    {
        if (!place.Told.CallbackOffered && news.Offer is { } offer)
            return new Stay([offer, CallbackPrompts.Key], place with { Told = place.Told with { CallbackOffered = true } });

        var waited = now - place.Ticket.ArrivedAt;
        if (!place.Told.LanguagesOffered && place.Ticket.SecondLanguage is null && news.OwnLanguageOnly && waited >= LanguagesAfter)
        {
            return new Stay(
                [QueuePrompts.SecondLanguageWhy, .. LanguageCodes.All.Where(other => other != place.Language).Select(other => (Line)QueuePrompts.SecondLanguage(other))],
                place with { Told = place.Told with { LanguagesOffered = true } });
        }

        if (news.Place < place.Told.Place && now - place.Told.At >= BetweenPlaces)
            return new Stay([.. Standing(news)], place with { Told = Told(place, news, now) });

        if (place.Turn % TurnsBetweenTips == TurnsBetweenTips - 1)
            return new Stay([WaitTips.For(place.Node, place.Turn / TurnsBetweenTips)], place);

        return new Stay(place.Quiet ? [QueuePrompts.StillHere] : [], place);
    }

    /// <summary>The place, and the expected wait where it is known.</summary>
    private static IEnumerable<Line> Standing(WaitNews news)
    {
        yield return AtPlace(news.Place);
        if (news.Expected is not { } expected)
            yield break;
        yield return expected switch
        {
            { FromMinutes: >= 60 } => QueuePrompts.WaitOverAnHour,
            { ToMinutes: <= 1 } => QueuePrompts.WaitSoon,
            _ => new Line(QueuePrompts.Wait, Arguments("wait", Spoken.MinutesRange(Math.Max(1, expected.FromMinutes), Math.Max(1, expected.ToMinutes)))),
        };
    }

    /// <summary>"Your place in the queue: third."</summary>
    public static Line AtPlace(int place) => place <= 1 ? QueuePrompts.Next : new Line(QueuePrompts.Place, Arguments("place", Spoken.Place(Math.Min(place, 9999))));

    private static ToldSoFar Told(WaitPlace place, WaitNews news, DateTimeOffset now) => place.Told with { Place = news.Place, At = now };

    private static Dictionary<string, Spoken> Arguments(string name, Spoken value) => new(StringComparer.Ordinal) { [name] = value };
}
