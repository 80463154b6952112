namespace Infoline.PhoneNetwork;

/// <summary>What a call waits for: signals in the order they came, taken one at a time by the call's only reader.</summary>
/// <remarks>
/// While the reader waits it is at rest for a virtual clock. Readers that are woken at the same moment go on one after another, in the
/// order of their signals, so that what they do is the same in every run.
/// </remarks>
internal sealed class Mailbox(Pace pace)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Signal> _signals = new();
    private Waiter? _waiter;

    public void Post(Signal signal)
    {
        lock (_gate)
        {
            if (_waiter is { } waiter && waiter.Accepts(signal))
                Wake(waiter, signal);
            else
                _signals.AddLast(signal);
        }
    }

    /// <summary>Takes the first signal that is accepted, or null when none has come by the end of <paramref name="timeout"/>.</summary>
    public Task<Signal?> WaitAsync(Func<Signal, bool> accepts, TimeSpan? timeout)
    {
        lock (_gate)
        {
            if (Take(accepts) is { } ready)
                return Task.FromResult<Signal?>(ready);
            if (timeout <= TimeSpan.Zero)
                return Task.FromResult<Signal?>(null);

            var waiter = new Waiter(accepts);
            _waiter = waiter;
            if (timeout is { } limit)
                waiter.Timer = pace.Timer(limit, () => TimeOut(waiter));
            pace.Exit();
            return waiter.Source.Task;
        }
    }

    /// <summary>Takes a signal that is already there.</summary>
    public Signal? TryTake(Func<Signal, bool> accepts)
    {
        lock (_gate)
            return Take(accepts);
    }

    /// <summary>Forgets every signal that matches.</summary>
    public void Drop(Func<Signal, bool> matches)
    {
        while (TryTake(matches) is not null)
        {
        }
    }

    private Signal? Take(Func<Signal, bool> accepts)
    {
        for (var node = _signals.First; node is not null; node = node.Next)
        {
            if (!accepts(node.Value))
                continue;
            _signals.Remove(node);
            return node.Value;
        }

        return null;
    }

    private void TimeOut(Waiter waiter)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_waiter, waiter))
                return;
            _waiter = null;
            pace.Enter();
            waiter.Source.SetResult(null);
        }
    }

    private void Wake(Waiter waiter, Signal signal)
    {
        _waiter = null;
        waiter.Timer?.Dispose();
        pace.Soon(() =>
        {
            pace.Enter();
            waiter.Source.SetResult(signal);
        });
    }

    private sealed class Waiter(Func<Signal, bool> accepts)
    {
        public Func<Signal, bool> Accepts => accepts;

        public TaskCompletionSource<Signal?> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ITimer? Timer { get; set; }
    }
}
