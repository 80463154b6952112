namespace Infoline.PhoneNetwork;

/// <summary>Starts the network's own work so that a virtual clock knows when there is none left; on any other clock it only starts it.</summary>
internal sealed class Pace(TimeProvider clock)
{
    private readonly VirtualClock? _virtual = clock as VirtualClock;

    public TimeProvider Clock => clock;

    public bool IsVirtual => _virtual is not null;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Enter() => _virtual?.Enter();

    public void Exit() => _virtual?.Exit();

    public void AddScripts(int count) => _virtual?.AddScripts(count);

    public void ScriptWaits() => _virtual?.ScriptWaits();

    public void ScriptResumes() => _virtual?.ScriptResumes();

    public ITimer Timer(TimeSpan after, Action action)
    {
        if (_virtual is not null)
            return _virtual.CreateOwnTimer(_ => action(), after);

        // The callback keeps its timer alive where nobody else does.
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                action();
                GC.KeepAlive(timer);
            },
            null, after, Timeout.InfiniteTimeSpan);
        return timer;
    }

    /// <summary>
    /// Does something at this moment: at once, or on a virtual clock when all that goes on now has come to rest, so that nothing runs
    /// beside anything else.
    /// </summary>
    public void Soon(Action action)
    {
        if (IsVirtual)
            _ = Timer(TimeSpan.Zero, action);
        else
            action();
    }

    /// <summary>Waits inside work of the network's own, which is at rest meanwhile.</summary>
    public Task Delay(TimeSpan time) => Rest(time, _ => { });

    /// <summary>Holds back what the application waits for, so that even its own webhook handlers do not keep time standing.</summary>
    public Task HoldBack(TimeSpan time) => Rest(time, change => _virtual?.AwaitTime(change));

    private async Task Rest(TimeSpan time, Action<int> awaiting)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = Timer(time, () =>
        {
            // Active again before time can go on.
            Enter();
            awaiting(-1);
            over.SetResult();
        });
        // Only now: time that is awaited may move at once, and would run past what it has to bring.
        awaiting(+1);
        Exit();
        await over.Task;
    }

    /// <summary>Runs work at once, counted as activity until it ends.</summary>
    public Task Run(Func<Task> work)
    {
        Enter();
        return Task.Run(async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                Exit();
            }
        });
    }

    /// <summary>
    /// Runs work after a delay. On a virtual clock even no delay goes through a timer, so that pieces of work that start at the same
    /// moment run one after another, always in the same order.
    /// </summary>
    public void RunAfter(TimeSpan delay, Func<Task> work)
    {
        if (delay <= TimeSpan.Zero && !IsVirtual)
            _ = Run(work);
        else
            _ = Timer(delay < TimeSpan.Zero ? TimeSpan.Zero : delay, () => _ = Run(work));
    }
}
