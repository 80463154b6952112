using Infoline.PhoneNetwork;
using Infoline.Routing;

namespace Infoline.Simulation;

/// <summary>A working day: what everybody in it shares.</summary>
internal sealed class Day(Site site, Ledger ledger, int callers)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(40);
    private int _callers = callers;

    public Site Site => site;

    public Ledger Ledger => ledger;

    public TelephoneNetwork Network => site.Network;

    /// <summary>Whether no caller is on the line or will dial any more; some may still wait to be called back.</summary>
    public bool HasLastCallerGone => Volatile.Read(ref _callers) <= 0;

    /// <summary>Whether all work is done and everybody may go home.</summary>
    public bool IsQuiet { get; private set; }

    public void CallerIsDone() => Interlocked.Decrement(ref _callers);

    /// <summary>
    /// Asks something of the hosts from a script, as a desk would. While the script asks, time stands; an answer that itself needs time,
    /// because the network's REST side is asked again and again, gets it. Null when there was no answer.
    /// </summary>
    public async Task<T?> AskAsync<T>(Func<Site, Task<T>> question)
    {
        var answer = Task.Run(async () =>
        {
            try
            {
                return await question(site);
            }
            catch (Exception fault) when (fault is RoutingUnavailableException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
                // The store is down or the node has died meanwhile: a desk says so and asks again.
                ledger.Count(Parts.Consultants, "got no answer at the desk");
                return default;
            }
        });
        await Task.WhenAny(answer, Task.Delay(AtOnce));
        while (!answer.IsCompleted)
            await Network.Passes(TimeSpan.FromSeconds(1));
        return await answer;
    }

    /// <summary>Ends the day when the last caller has gone and the queue, the callbacks and the desks are at rest; at the latest after a while.</summary>
    public async Task WatchAsync(TimeSpan longest)
    {
        while (!HasLastCallerGone)
            await Network.Passes(TimeSpan.FromSeconds(5));
        var until = Network.Clock.GetUtcNow() + longest;
        while (!await IsAtRestAsync() && Network.Clock.GetUtcNow() < until)
            await Network.Passes(TimeSpan.FromSeconds(10));
        IsQuiet = true;
    }

    private async Task<bool> IsAtRestAsync() =>
        await AskAsync(async here => await here.Part<Board>().SnapshotAsync()) is { } board
        && board is { Callbacks: 0, RecordsToStore: 0 }
        && board.Languages.All(language => language.Waiting == 0)
        && board.Consultants.All(one => one.Status is not (ConsultantStatus.Reserved or ConsultantStatus.OnCall or ConsultantStatus.WrapUp));
}
