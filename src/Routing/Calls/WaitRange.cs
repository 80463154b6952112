namespace Infoline.Routing;

/// <summary>A wait that can be told: between two lengths, in whole minutes.</summary>
/// <param name="AtLeast">Zero or more.</param>
/// <param name="AtMost">At least a minute.</param>
public readonly record struct WaitRange(TimeSpan AtLeast, TimeSpan AtMost)
{
    /// <summary>Fewer conversations begun in the last half hour say nothing of the next.</summary>
    private const int FewestStarts = 3;

    /// <summary>
    /// Conversations begin about evenly, so the wait for a place is that many intervals, give or take what counting so few of them leaves
    /// open: relative to the mean it falls with the root of the place, as for events that come independently of one another.
    /// </summary>
    internal static WaitRange? Estimate(long place, int starts, long spanInMilliseconds)
    {
        if (starts < FewestStarts || spanInMilliseconds <= 0)
        {
            return null;
        }

        var mean = TimeSpan.FromMilliseconds((double)spanInMilliseconds / (starts - 1) * place);
        var spread = 1 + (1 / Math.Sqrt(place));
        var least = Math.Floor((mean / spread).TotalMinutes);
        var most = Math.Max(Math.Ceiling((mean * spread).TotalMinutes), least + 1);
        return new WaitRange(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    }
}
