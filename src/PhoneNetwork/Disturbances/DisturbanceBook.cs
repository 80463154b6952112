namespace Infoline.PhoneNetwork;

/// <summary>Everything that is to go wrong, and how often it did.</summary>
internal sealed class DisturbanceBook(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<Entry> _entries = [];

    public DisturbanceEntry Add(Traffic traffic, Disturbance disturbance)
    {
        var entry = new Entry(traffic, disturbance);
        lock (_gate)
            _entries.Add(entry);
        return new DisturbanceEntry(() => Volatile.Read(ref entry.Struck), () =>
        {
            lock (_gate)
                _entries.Remove(entry);
        });
    }

    /// <summary>What goes wrong with a request for a document; null for nothing.</summary>
    public Disturbance? OfDocument(string path) => Take(traffic => traffic.IsDocument(path));

    /// <summary>What goes wrong with a callback.</summary>
    public Disturbance? OfCallback(string happened, string path) => Take(traffic => traffic.IsCallback(happened, path));

    /// <summary>What goes wrong with a request to the REST API.</summary>
    public Disturbance? OfRest(string method, string path) => Take(traffic => traffic.IsRest(method, path));

    private Disturbance? Take(Func<Traffic, bool> fits)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Where(entry => fits(entry.Traffic)))
            {
                if (entry.Seen++ < entry.Traffic.Skipped || entry.Struck >= entry.Traffic.Count)
                    continue;
                if (entry.Traffic.Chance < 1 && _random.NextDouble() >= entry.Traffic.Chance)
                    continue;
                entry.Struck++;
                return entry.Disturbance;
            }

            return null;
        }
    }

    private sealed class Entry(Traffic traffic, Disturbance disturbance)
    {
        public int Struck;

        public Traffic Traffic => traffic;

        public Disturbance Disturbance => disturbance;

        public int Seen { get; set; }
    }
}

/// <summary>Something that goes wrong until it is disposed.</summary>
public sealed class DisturbanceEntry : IDisposable
{
    private readonly Func<int> _struck;
    private readonly Action _lift;

    internal DisturbanceEntry(Func<int> struck, Action lift) => (_struck, _lift) = (struck, lift);

    /// <summary>How often it went wrong so far.</summary>
    public int Struck => _struck();

    /// <summary>From now on it goes right.</summary>
    public void Dispose() => _lift();
}
