using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>
/// The dialogue about being called back: the number, the time, the confirmation. A caller who waits keeps waiting meanwhile; whoever is not
/// understood three times is led back to where they came from.
/// </summary>
internal sealed class CallbackDialogue(QueueDesk desk, CallbackNumbers numbers, CallbackWishes wishes, CallbackDocuments documents, WaitDocuments menu)
{
    public CallbackNumbers Numbers => numbers;

    public LineContent Content => desk.Content;

    public DateTimeOffset Now => desk.Now;

    /// <summary>The caller asked to be called back.</summary>
    /// <param name="place">Where they are.</param>
    /// <param name="from">The number that the call comes from.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<object> BeginAsync(CallbackPlace place, string from, CancellationToken cancel) =>
        await wishes.FindAsync(place.Wait.Ticket.CallerKey, cancel) is not null ? documents.AlreadyAsked(place) : AskWhere(place, from);

    /// <summary>What a caller wants who waits for a callback already.</summary>
    public async Task<object> AlreadyAsync(CallbackPlace place, string digits, string from, CancellationToken cancel) => digits switch
    {
        "1" => AskWhere(place, from),
        "3" => await wishes.CancelAsync(place.Wait.Ticket.CallerKey, cancel) ? documents.Told(place, CallbackPrompts.Cancelled) : documents.Told(place, CallbackPrompts.Unavailable),
        _ => Elsewhere(place, digits, documents.AlreadyAsked),
    };

    /// <summary>Whether the number that was read back is right.</summary>
    public object Confirm(CallbackPlace place, string digits) => (digits, place.Number) switch
    {
        (_, null) => documents.AskForNumber(place),
        ("1", _) => AskWhen(place with { Tries = 0 }),
        ("2", _) => documents.AskForNumber(place with { Tries = 0 }),
        (_, { } number) => Elsewhere(place, digits, again => documents.ReadBack(again, number)),
    };

    /// <summary>A number was keyed in, or nothing.</summary>
    public object Typed(CallbackPlace place, string digits)
    {
        if (digits is "*")
            return documents.BackToQueue(place);
        if (numbers.Typed(digits) is { } number)
            return documents.ReadBack(place with { Number = number, Tries = 0 }, number);
        return place.Again() is { } again
            ? documents.AskForNumber(again, digits.Length > 0 ? [CallbackPrompts.NumberWrong] : [])
            : documents.BackToQueue(place, CallbackPrompts.NumberGivenUp);
    }

    /// <summary>When to call. Who says nothing has still asked to be called: as soon as possible.</summary>
    public async Task<object> WhenAsync(CallbackPlace place, string digits, CancellationToken cancel)
    {
        if (place.Number is not { } number)
            return documents.AskForNumber(place);
        CallbackTime? time = digits switch
        {
            "1" => CallbackTime.Soonest,
            "2" => CallbackTime.Morning,
            "3" => CallbackTime.Afternoon,
            "" when place.Again() is null => CallbackTime.Soonest,
            _ => null,
        };
        if (time is not { } chosen)
            return digits is "*" ? documents.ReadBack(place with { Tries = 0 }, number) : Elsewhere(place, digits, AskWhen);
        var slot = Content.Hours.Next(chosen, Now);
        if (slot is null && chosen is not CallbackTime.Soonest)
            return AskWhen(place);
        return await wishes.TakeAsync(place.Wait.Ticket, number, Content.Hours.WindowFor(slot, Now), cancel) switch
        {
            WishResult.Taken(var standing) => documents.Noted(place, slot, standing),
            WishResult.Kept => documents.Told(place, CallbackPrompts.Kept),
            WishResult.BeingAnswered => documents.BackToQueue(place),
            WishResult.NotPossible => documents.BackToQueue(place, CallbackPrompts.Unavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The wish is noted; the caller hangs up, or goes on to the recordings.</summary>
    public object Done(CallbackPlace place, string digits) => digits switch
    {
        "" => documents.Goodbye(place),
        "0" => WaitDocuments.GoTo(place.Wait, QueueEndpoints.AgentStep),
        "#" => ToMenu(place, Content.Menu.Start),
        _ => ToMenu(place, desk.NodeOf(place.Wait.Node)),
    };

    private Twilio.TwiML.VoiceResponse AskWhere(CallbackPlace place, string from) => numbers.OfCaller(from) is { } number
        ? documents.ReadBack(place with { Number = number, Tries = 0 }, number)
        : documents.AskForNumber(place with { Tries = 0 }, CallerKeys.IsWithheld(from) ? [CallbackPrompts.NumberWithheld] : []);

    private Twilio.TwiML.VoiceResponse AskWhen(CallbackPlace place) => documents.AskWhen(place, Content.Hours, Now);

    /// <summary>The keys that mean the same in the whole dialogue; anything else asks again.</summary>
    private object Elsewhere(CallbackPlace place, string digits, Func<CallbackPlace, object> ask) => digits switch
    {
        "0" or "*" => documents.BackToQueue(place),
        "#" => ToRecordings(place),
        "9" => ask(place),
        _ => place.Again() is { } again ? ask(again) : documents.BackToQueue(place, CallbackPrompts.NumberGivenUp),
    };

    /// <summary>A caller who waits leaves the queue by the wait loop's own key, so that the place is kept.</summary>
    private object ToRecordings(CallbackPlace place) => place.Wait.IsInQueue
        ? WaitDocuments.GoTo(place.Wait, QueueEndpoints.LeaveStep)
        : ToMenu(place, Content.Menu.Start);

    private Documents.VoiceDocument ToMenu(CallbackPlace place, MenuNode node)
    {
        desk.NoteReturn(place.Wait, node.Id);
        return menu.BackToMenu(place.Wait, node);
    }
}
