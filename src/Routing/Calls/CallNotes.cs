using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>
/// What the host keeps with a call for every node to read: the way through the menu, the case that was verified. A note lives a day after
/// the last one, whether the call is in the queue or not. Every method may be repeated, and throws
/// <see cref="RoutingUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class CallNotes
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly RoutingStore _store;

    internal CallNotes(RoutingStore store) => _store = store;

    /// <summary>Notes something; an older note of the name is replaced.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The name of the note: lower-case letters and hyphens.</param>
    /// <param name="value">What is noted; never a name, number or date of birth of a caller.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task NoteAsync(CallId call, string name, string value, CancellationToken cancellation = default) =>
        _store.RunAsync("call-note", cancellation, call.Value, name, value, RoutingStore.Milliseconds(Kept));

    /// <summary>Everything that was noted on a call, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(CallId call, CancellationToken cancellation = default) =>
        (await _store.RunAsync("call-notes", cancellation, call.Value)).Payload.Notes ?? [];
}
