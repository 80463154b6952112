namespace Infoline.Simulation;

/// <summary>The dice of one person, from the seed of the run: what they do does not depend on what others do.</summary>
internal sealed class Chance(int seed, params int[] who)
{
    private readonly Random _random = new(Mixed(seed, who));

    /// <summary>True in this share of cases.</summary>
    public bool Is(double share) => _random.NextDouble() < share;

    /// <summary>A time between two numbers of seconds.</summary>
    public TimeSpan Seconds(double least, double most) => TimeSpan.FromSeconds(least + (most - least) * _random.NextDouble());

    /// <summary>A time that is mostly short and sometimes long.</summary>
    public TimeSpan About(double seconds, double least, double most) => TimeSpan.FromSeconds(Math.Clamp(-seconds * Math.Log(1 - _random.NextDouble()), least, most));

    /// <summary>One of these.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> all) => all[_random.Next(all.Length)];

    /// <summary>One of these, each as often as its weight says.</summary>
    public T Weighted<T>(params ReadOnlySpan<(double Weight, T What)> all)
    {
        var sum = 0d;
        foreach (var (weight, _) in all)
            sum += weight;
        var at = _random.NextDouble() * sum;
        foreach (var (weight, what) in all)
        {
            if ((at -= weight) < 0)
                return what;
        }

        return all[^1].What;
    }

    /// <summary>Neighbouring seeds would give neighbouring dice, so they are mixed first (SplitMix64).</summary>
    private static int Mixed(int seed, int[] who)
    {
        var state = (ulong)seed;
        foreach (var one in who)
        {
            state = unchecked(state * 0x9E3779B97F4A7C15 + (ulong)one + 1);
            state = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9);
            state = unchecked((state ^ (state >> 27)) * 0x94D049BB133111EB);
            state ^= state >> 31;
        }

        return (int)(state & int.MaxValue);
    }
}
