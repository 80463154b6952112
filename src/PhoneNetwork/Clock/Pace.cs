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

    public ITimer Timer(TimeSpan after, Action action) =>
        _virtual?.CreateOwnTimer(_ => action(), after) ?? clock.CreateTimer(_ => action(), null, after, Timeout.InfiniteTimeSpan);

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
