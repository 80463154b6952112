using System.Diagnostics;

namespace Infoline.PhoneNetwork;

/// <summary>
/// A clock whose hours pass in moments. Timers fire one by one in the order of their due times, and the next one fires only when
/// everything the previous one set going has come to rest: no webhook in flight, every script waiting, every probe idle.
/// </summary>
/// <remarks>
/// Time stands still while the test's own code runs, and moves while it awaits something of the network
/// (<see cref="Handset.Hears(string, TimeSpan?)"/>, <see cref="TelephoneNetwork.Passes"/> and so on).
/// Give the application under test this clock as its <see cref="TimeProvider"/>, and a probe for work that it does in the background.
/// </remarks>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Version), (long Due, long Order)> _due = new();
    private readonly List<Func<bool>> _probes = [];
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly long _start;
    private long _now;
    private long _order;
    private int _holds;
    private int _scripts = 1;
    private int _waiting;
    private int _awaitingTime;
    private long _lastChange = Stopwatch.GetTimestamp();

    /// <summary>Creates a clock that shows <paramref name="start"/>, by default 2026-01-05 09:00 UTC, a Monday.</summary>
    public VirtualClock(DateTimeOffset? start = null)
    {
        _start = (start ?? new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)).UtcTicks;
        _now = _start;
        _ = Task.Run(DriveAsync);
    }

    /// <summary>
    /// How long, in real time, a webhook may keep the clock standing. After that time moves on, so that a handler that itself waits on
    /// this clock, or hangs, meets the network's time-out instead of stopping the test for ever.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Real time given to the application after one of its own timers has fired, before the next timer may fire.
    /// A probe is better where there is something to ask.
    /// </summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The same while an answer to the application is held back on purpose: a handler that waits for it cannot end before time moves.
    /// </summary>
    private static readonly TimeSpan PatienceForTime = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now) - _start;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Create(callback, state, dueTime, period, foreign: true);

    /// <summary>Adds a question asked before each step of time: true when the application has nothing left to do at this moment.</summary>
    public void AddProbe(Func<bool> isIdle)
    {
        lock (_gate)
            _probes.Add(isIdle);
    }

    /// <summary>Keeps time standing until the result is disposed.</summary>
    public IDisposable Hold()
    {
        Enter();
        return new HoldOnTime(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Wake();
    }

    internal ITimer CreateOwnTimer(TimerCallback callback, TimeSpan dueTime) =>
        Create(callback, null, dueTime, Timeout.InfiniteTimeSpan, foreign: false);

    internal void Enter() => Change(holds: +1);

    internal void Exit() => Change(holds: -1);

    internal void AddScripts(int count) => Change(scripts: count);

    internal void ScriptWaits() => Change(waiting: +1);

    internal void ScriptResumes() => Change(waiting: -1);

    /// <summary>The application waits for something that only time can bring, or no longer does.</summary>
    internal void AwaitTime(int change)
    {
        lock (_gate)
            _awaitingTime += change;
        Wake();
    }

    private VirtualTimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool foreign)
    {
        var timer = new VirtualTimer(this, callback, state, foreign);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Change(int holds = 0, int scripts = 0, int waiting = 0)
    {
        bool mayMove;
        lock (_gate)
        {
            _holds += holds;
            _scripts += scripts;
            _waiting += waiting;
            _lastChange = Stopwatch.GetTimestamp();
            mayMove = _holds == 0 && _waiting >= _scripts;
        }

        if (mayMove)
            Wake();
    }

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    private async Task DriveAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await _wake.WaitAsync(PatienceNow() is var patience && patience < LongestSleep ? patience : LongestSleep);
            while (await NextAsync() is { } timer)
            {
                timer.Fire();
                if (timer.Foreign && Settle > TimeSpan.Zero)
                    await Task.Delay(Settle);
            }
        }
    }

    private async Task<VirtualTimer?> NextAsync()
    {
        while (!_stop.IsCancellationRequested && MayMove())
        {
            if (!ProbesIdle())
            {
                await Task.Delay(1);
                continue;
            }

            lock (_gate)
            {
                if (!MayMove())
                    return null;
                while (_due.TryDequeue(out var entry, out var due))
                {
                    if (entry.Timer.Version != entry.Version)
                        continue;
                    Interlocked.Exchange(ref _now, Math.Max(_now, due.Due));
                    entry.Timer.Reschedule();
                    // Past its patience the clock takes one step, and is patient again: what the step woke gets its time to act.
                    if (_holds > 0)
                        _lastChange = Stopwatch.GetTimestamp();
                    return entry.Timer;
                }
            }

            return null;
        }

        return null;
    }

    private bool MayMove()
    {
        lock (_gate)
        {
            return _waiting >= _scripts && (_holds == 0 || Stopwatch.GetElapsedTime(_lastChange) > PatienceNow());
        }
    }

    private TimeSpan PatienceNow() => Volatile.Read(ref _awaitingTime) > 0 && PatienceForTime < Patience ? PatienceForTime : Patience;

    private bool ProbesIdle()
    {
        Func<bool>[] probes;
        lock (_gate)
            probes = [.. _probes];
        return probes.All(isIdle => isIdle());
    }

    private sealed class HoldOnTime(VirtualClock clock) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
                clock.Exit();
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, bool foreign) : ITimer
    {
        private TimeSpan _period;

        public bool Foreign => foreign;

        public long Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                Version++;
                if (dueTime >= TimeSpan.Zero)
                    Enqueue(dueTime);
            }

            clock.Wake();
            return true;
        }

        public void Fire() => callback(state);

        public void Reschedule()
        {
            Version++;
            if (_period > TimeSpan.Zero)
                Enqueue(_period);
        }

        public void Dispose()
        {
            lock (clock._gate)
                Version++;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Enqueue(TimeSpan after) =>
            clock._due.Enqueue((this, Version), (Interlocked.Read(ref clock._now) + after.Ticks, clock._order++));
    }
}
