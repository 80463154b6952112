namespace Infoline.Desk.Live;

/// <summary>Those who want to be told of changes.</summary>
internal sealed class Followers
{
    private readonly Lock _gate = new();
    private Action? _changed;

    /// <summary>Calls back after each change, on the thread of whoever tells it, until disposed.</summary>
    public IDisposable Add(Action changed)
    {
        lock (_gate)
        {
            _changed += changed;
        }

        return new Following(() =>
        {
            lock (_gate)
            {
                _changed -= changed;
            }
        });
    }

    public void Tell()
    {
        Action? changed;
        lock (_gate)
        {
            changed = _changed;
        }

        changed?.Invoke();
    }

    private sealed class Following(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
