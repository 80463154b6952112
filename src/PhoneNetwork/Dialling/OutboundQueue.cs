namespace Infoline.PhoneNetwork;

/// <summary>Begins calls of the REST API no faster than the account may; what is over that waits in the order it came.</summary>
internal sealed class OutboundQueue(Pace pace, Func<double?> callsPerSecond)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>How long the next call waits for its turn.</summary>
    public TimeSpan Enqueue()
    {
        if (callsPerSecond() is not { } rate)
            return TimeSpan.Zero;
        lock (_gate)
        {
            var now = pace.Now;
            var turn = _next > now ? _next : now;
            _next = turn + TimeSpan.FromSeconds(1 / rate);
            return turn - now;
        }
    }
}
