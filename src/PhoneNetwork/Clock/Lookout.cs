namespace Infoline.PhoneNetwork;

/// <summary>Where scripts wait for something to become true. It is looked at again after every change.</summary>
internal sealed class Lookout(Pace pace)
{
    private readonly Lock _gate = new();
    private readonly List<Watch> _watches = [];

    /// <summary>Changes what is looked at, and looks.</summary>
    public void Change(Action change)
    {
        lock (_gate)
        {
            change();
            for (var i = 0; i < _watches.Count;)
            {
                if (_watches[i].Look())
                    _watches.RemoveAt(i);
                else
                    i++;
            }
        }
    }

    /// <summary>Looks again, because something elsewhere changed.</summary>
    public void Look() => Change(() => { });

    /// <summary>Reads what is looked at, while nothing changes it.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    /// <summary>Waits until <paramref name="look"/> gives something; null when it does not in time.</summary>
    public Task<T?> Until<T>(Func<T?> look, TimeSpan limit)
        where T : class
    {
        lock (_gate)
        {
            if (look() is { } ready)
                return Task.FromResult<T?>(ready);
            var watch = new Watch<T>(look, pace);
            _watches.Add(watch);
            watch.Timer = pace.Timer(limit, () => GiveUp(watch));
            pace.ScriptWaits();
            return watch.Source.Task;
        }
    }

    private void GiveUp<T>(Watch<T> watch)
        where T : class
    {
        lock (_gate)
        {
            if (_watches.Remove(watch))
                watch.End(null);
        }
    }

    private abstract class Watch
    {
        public abstract bool Look();
    }

    private sealed class Watch<T>(Func<T?> look, Pace pace) : Watch
        where T : class
    {
        public TaskCompletionSource<T?> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ITimer? Timer { get; set; }

        public override bool Look()
        {
            if (look() is not { } found)
                return false;
            End(found);
            return true;
        }

        public void End(T? found)
        {
            Timer?.Dispose();
            pace.Soon(() =>
            {
                pace.ScriptResumes();
                Source.SetResult(found);
            });
        }
    }
}
