using System.Globalization;

namespace Infoline.Routing;

/// <summary>Waits, counted in bands, so that a service level can be told for any of <see cref="Limits"/> without knowing it before.</summary>
public sealed class WaitBands
{
    private readonly IReadOnlyList<long> _counts;

    private WaitBands(IReadOnlyList<long> counts) => _counts = counts;

    /// <summary>The upper ends of the bands, each belonging to its band, as in <c>Scripts/Fragments/statistics.lua</c>; one more band is open.</summary>
    public static IReadOnlyList<TimeSpan> Limits { get; } =
        [.. new[] { 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>All waits.</summary>
    public long All => _counts.Sum();

    /// <summary>The waits not longer than a limit. Exact for one of <see cref="Limits"/>; for any other length it is the count of the next shorter one.</summary>
    public long Within(TimeSpan limit) => Limits.Zip(_counts).Where(band => band.First <= limit).Sum(band => band.Second);

    internal static WaitBands Read(IReadOnlyDictionary<string, long> counted, string what) => new(
    [
        .. Limits.Select(limit => counted.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{what}-{limit.TotalSeconds}"))),
        counted.GetValueOrDefault($"{what}-more"),
    ]);
}
