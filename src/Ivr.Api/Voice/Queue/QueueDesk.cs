using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts.Menu;
using Infoline.Routing;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>What the waiting room knows of the world: the queue, the content, the clock, and how a caller is known again.</summary>
internal sealed class QueueDesk(CallQueue queue, LineContent content, CallerKeys callers, PathKeeper path, IOptionsMonitor<CallbackOptions> options, TimeProvider time)
{
    public CallQueue Queue => queue;

    public LineContent Content => content;

    public DateTimeOffset Now => time.GetUtcNow();

    public MenuNode NodeOf(string id) => content.Menu.Find(id) ?? content.Menu.Start;

    /// <summary>The ticket that the caller brought from the menu, or a new one.</summary>
    public Ticket TicketFor(CallPlace at, CallId call, string from) => Ticket.TryParse(at.Ticket, out var kept) && kept!.Call == call && kept.ArrivedAt <= Now
        ? kept
        : new Ticket(call, Now, LanguageCode.Parse(Prompts.LanguageCodes.Code(at.Language)), Topic: at.Node, CallerKey: callers.Of(from) ?? "");

    /// <summary>The way through the menu goes on after the queue.</summary>
    public void NoteReturn(WaitPlace place, string node)
    {
        var at = place.InMenu(node);
        path.NoteReturn(place.Ticket.Call, at);
    }

    /// <summary>The way through the menu so far, for the consultant's eyes.</summary>
    public Task KeepPathAsync(WaitPlace place, CancellationToken cancel) => path.KeepAsync(place.Ticket.Call, place.InMenu(place.Node), cancel);

    /// <summary>How things stand for a call.</summary>
    public WaitNews News(CallState state) => state switch
    {
        CallState.Waiting waiting => new WaitNews(waiting.Place, InMinutes(waiting.Expected), OwnLanguageOnly: waiting.Step < 3, CallbackOffers.For(waiting, Now, options.CurrentValue)),
        CallState.CallbackPending pending => new WaitNews(pending.Place, Expected: null, OwnLanguageOnly: false),
        _ => new WaitNews(Place: 1, Expected: null, OwnLanguageOnly: false),
    };

    /// <summary>Notes the wait that a caller has just been told, so that it can be held against the one that comes.</summary>
    public Task NoteToldAsync(CallState state, Ticket ticket, CancellationToken cancel) => state is CallState.Waiting { Expected: { } told, Place: var place }
        ? queue.AnnouncedAsync(ticket.Call, told, place, cancel)
        : Task.CompletedTask;

    private static ExpectedWait? InMinutes(WaitRange? range) => range is { } known
        ? new ExpectedWait((int)Math.Floor(known.AtLeast.TotalMinutes), (int)Math.Ceiling(known.AtMost.TotalMinutes))
        : null;

    /// <summary>Tells the queue what the caller asked for by a key: an earlier turn, or another language.</summary>
    public Task TakeWishesAsync(Ticket before, Ticket after, CancellationToken cancel) => before == after ? Task.CompletedTask : queue.ChangeAsync(after, cancel);
}
