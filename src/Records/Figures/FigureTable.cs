namespace Infoline.Records.Figures;

/// <summary>A table of sums: its keys, the columns that add up, and at most one that keeps the highest value.</summary>
internal sealed class FigureTable
{
    private FigureTable(string name, IReadOnlyList<string> keys, IReadOnlyList<string> sums, string? highest = null)
    {
        (Name, Keys, Sums, Highest) = (name, keys, sums, highest);
        Columns = highest is null ? sums : [.. sums, highest];
        var names = string.Join(", ", Keys.Concat(Columns));
        var values = string.Join(", ", Keys.Concat(Columns).Select(column => $"@{column}"));
        var additions = sums.Select(column => $"{column} = {name}.{column} + excluded.{column}");
        if (highest is not null)
        {
            additions = additions.Append($"{highest} = CASE WHEN excluded.{highest} > {name}.{highest} THEN excluded.{highest} ELSE {name}.{highest} END");
        }

        Addition = $"INSERT INTO {name} ({names}) VALUES ({values}) ON CONFLICT ({string.Join(", ", Keys)}) DO UPDATE SET {string.Join(", ", additions)}";
    }

    public static FigureTable Calls { get; } = new("call_figures", ["grain", "starts_at", "language", "topic"], CallFigureColumns.All, CallFigureColumns.LongestWait);

    public static FigureTable Consultants { get; } = new("consultant_figures", ["grain", "starts_at", "consultant"],
        ["offered", "accepted", "refused", "missed", "ring_ms", "talk_ms", "hold_ms", "wrap_up_ms"]);

    public static FigureTable Menu { get; } = new("menu_figures", ["grain", "starts_at", "language", "node"], ["entered", "went_on", "asked", "ended"]);

    public static FigureTable Survey { get; } = new("survey_figures", ["grain", "starts_at", "question", "consultant"], ["answered_1", "answered_2", "answered_3", "answered_4", "answered_5"]);

    public string Name { get; }

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<string> Sums { get; }

    public string? Highest { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Adds amounts to a row, which is made when it is not there.</summary>
    public string Addition { get; }
}

/// <summary>The sums of calls, and the bands in which waits are counted.</summary>
internal static class CallFigureColumns
{
    public const string LongestWait = "longest_wait_ms";

    private static readonly string[] Counts =
    [
        "arrived", "left_greeting", "self_service", "turned_away", "asked", "answered", "abandoned", "abandoned_ringing", "went_back",
        "callback_pending", "callback_unreached", "callbacks", "wait_ms", "talk_ms", "hold_ms", "wrap_up_ms", "look_ups", "look_ups_found",
        "announced", "announced_right", "survey_answers", "survey_sum",
    ];

    /// <summary>The upper ends of the bands, in seconds, each belonging to its band; one more band is open.</summary>
    public static IReadOnlyList<int> Bands { get; } = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800];

    public static IReadOnlyList<string> BandNames { get; } = [.. Bands.Select(band => band.ToString(System.Globalization.CultureInfo.InvariantCulture)), "more"];

    public static IReadOnlyList<string> All { get; } = [.. Counts, .. BandNames.Select(band => $"answered_{band}"), .. BandNames.Select(band => $"lost_{band}")];

    public static string BandOf(TimeSpan wait)
    {
        var index = Bands.TakeWhile(band => wait > TimeSpan.FromSeconds(band)).Count();
        return BandNames[index];
    }
}
