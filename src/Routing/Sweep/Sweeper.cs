using Infoline.Routing.Store;

namespace Infoline.Routing.Sweep;

/// <summary>
/// Does what time alone makes due, and puts right what a crash left: one pass asks the store what that is and runs the ordinary
/// scripts for it. Nothing is decided here.
/// </summary>
internal sealed class Sweeper(RoutingStore store, Reservations reservations)
{
    private const int MostOfEach = 200;
    private const int VerifiedAtOnce = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);
    private readonly string _node = Guid.NewGuid().ToString("N");

    /// <summary>How often something was found that cannot be; zero while every script keeps the rules.</summary>
    public int Repaired { get; private set; }

    /// <summary>One pass; false when another node does it.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var settings = store.Options;
        var look = await store.RunAsync(
            "look", cancellation, _node, RoutingStore.Milliseconds(Lease), RoutingStore.Milliseconds(settings.SilentAfter), MostOfEach);
        if (look.Status is not "look")
        {
            return false;
        }

        if (look.Payload.Reorder is true)
            await store.RunAsync("reorder", cancellation);
        foreach (var consultant in look.Payload.Desks ?? [])
            await VanishAsync(consultant, cancellation);
        while (look.Payload.Due is true && (await store.RunAsync("advance", cancellation, MostOfEach)).Status is "more")
        {
            // Each turn moved as many on; the next ones are looked at.
        }

        foreach (var reservation in (look.Payload.Deadlines ?? []).Concat(look.Payload.Unhanded ?? []).Distinct(StringComparer.Ordinal))
            await RedoAsync(ReservationId.Parse(reservation), cancellation);
        if (look.Payload.Relax is not null || look.Payload.Relaxed is true)
            await store.RelaxAsync(look.Payload.Relax ?? [], cancellation);
        foreach (var call in look.Payload.Calls ?? [])
            await store.RunAsync("silent", cancellation, call, RoutingStore.Milliseconds(settings.SilentAfter));
        Repaired += (await store.RunAsync("verify", cancellation, VerifiedAtOnce)).Payload.Looked ?? 0;
        return true;
    }

    private async Task VanishAsync(string consultant, CancellationToken cancellation)
    {
        var reply = await store.RunAsync("vanish", cancellation, consultant);
        if (reply.Status is "ringing" && ReservationId.TryParse(reply.Payload.Reservation, out var reservation))
        {
            await reservations.CancelAsync(reservation, "vanished", cancellation);
        }
    }

    private async Task RedoAsync(ReservationId id, CancellationToken cancellation)
    {
        var reply = await store.RunAsync("redo", cancellation, id.Value, RoutingStore.Milliseconds(AskAgain));
        switch (reply.Status)
        {
            case "timeout":
                await reservations.TimeOutAsync(id, cancellation);
                break;
            case "finish":
                await store.RunAsync("finish", cancellation, id.Value, "1");
                break;
            default:
                break;
        }
    }
}
