using System.Text.Json.Serialization;
using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>How the line stands at a moment.</summary>
/// <param name="Consultants">Everybody who signed in, also those who are offline again.</param>
/// <param name="Languages">Every language that somebody asked for.</param>
/// <param name="Talks">The conversations that go on, the longest first.</param>
/// <param name="Callbacks">How many callbacks are not yet done.</param>
/// <param name="RecordsToStore">How many records of calls wait to be stored.</param>
/// <param name="Today">The counters of the local day.</param>
public sealed record BoardSnapshot(
    IReadOnlyList<Consultant> Consultants,
    IReadOnlyList<LanguageSnapshot> Languages,
    IReadOnlyList<TalkSnapshot> Talks,
    int Callbacks,
    int RecordsToStore,
    DayCounters Today)
{
    internal static BoardSnapshot Read(BoardPayload board) => new(
        [.. (board.Consultants ?? []).Select(row => Routing.Consultants.Read(ConsultantId.Parse(row.Id!), row)).OrderBy(one => one.Name, StringComparer.Ordinal)],
        [.. (board.Languages ?? []).Select(LanguageSnapshot.Read).OrderBy(one => one.Language.Value, StringComparer.Ordinal)],
        [.. (board.Talks ?? []).Select(TalkSnapshot.Read).OrderBy(talk => talk.Since)],
        board.Callbacks,
        board.Records,
        DayCounters.Read(board.Day ?? []));
}

/// <summary>One language at a moment.</summary>
/// <param name="Language">The language.</param>
/// <param name="Waiting">How many wait to be served in it, callbacks and callers of a second language too.</param>
/// <param name="Spoken">Whether anybody logged in speaks it.</param>
/// <param name="Expected">The wait of somebody who joins now, or null while too little is known.</param>
/// <param name="Calls">The first who wait, in order.</param>
public sealed record LanguageSnapshot(LanguageCode Language, int Waiting, bool Spoken, WaitRange? Expected, IReadOnlyList<WaitingCall> Calls)
{
    internal static LanguageSnapshot Read(LanguagePayload row) => new(
        LanguageCode.Parse(row.Language!),
        row.Waiting,
        row.Spoken,
        WaitRange.Estimate(row.Waiting + 1, row.Starts, row.Span),
        [.. (row.Calls ?? []).OrderBy(call => call.Order?.Length).ThenBy(call => call.Order, StringComparer.Ordinal).Select(WaitingCall.Read)]);
}

/// <summary>A call that waits.</summary>
/// <param name="Call">The call.</param>
/// <param name="Language">The caller's own language.</param>
/// <param name="Topic">The node of the menu from which the caller asked, or null.</param>
/// <param name="ArrivedAt">When the caller first asked for a consultant.</param>
/// <param name="Band">The priority band.</param>
/// <param name="Step">How far the language rule is relaxed.</param>
/// <param name="IsCallback">Whether the caller is to be called back.</param>
public sealed record WaitingCall(CallId Call, LanguageCode Language, string? Topic, DateTimeOffset ArrivedAt, PriorityBand Band, int Step, bool IsCallback)
{
    internal static WaitingCall Read(WaitingPayload row) => new(
        CallId.Parse(row.Call!),
        LanguageCode.Parse(row.Language!),
        string.IsNullOrEmpty(row.Topic) ? null : row.Topic,
        DateTimeOffset.FromUnixTimeMilliseconds(row.Arrived),
        row.Band is "1" ? PriorityBand.Priority : PriorityBand.Normal,
        row.Step,
        row.State is "callback");
}

/// <summary>What was counted on a local day.</summary>
/// <param name="Joined">Calls that asked for a consultant; one that went to the menu and asked again counts once.</param>
/// <param name="Connected">Conversations begun.</param>
/// <param name="Abandoned">Callers who hung up while waiting.</param>
/// <param name="AnsweredAfter">The waits of callers whose conversation began.</param>
/// <param name="AbandonedRinging">Of the callers who hung up, those for whom a consultant was rung at that moment.</param>
/// <param name="AbandonedAfter">The waits of callers who hung up.</param>
/// <param name="AverageWait">The average speed of answer, or null before the first conversation.</param>
/// <param name="TalkTime">All conversations that ended, together.</param>
/// <param name="Missed">Offers that nobody answered.</param>
/// <param name="Rejected">Offers that were refused.</param>
/// <param name="Callbacks">Callbacks asked for.</param>
/// <param name="Unreached">Callbacks given up after the last attempt.</param>
/// <param name="Announced">How the waits that were announced came out.</param>
public sealed record DayCounters(
    long Joined,
    long Connected,
    long Abandoned,
    WaitBands AnsweredAfter,
    long AbandonedRinging,
    WaitBands AbandonedAfter,
    TimeSpan? AverageWait,
    TimeSpan TalkTime,
    long Missed,
    long Rejected,
    long Callbacks,
    long Unreached,
    Calibration Announced)
{
    internal static DayCounters Read(Dictionary<string, long> counted)
    {
        var connected = Of("connected");
        return new DayCounters(
            Of("joined"),
            connected,
            Of("abandoned"),
            WaitBands.Read(counted, "answered"),
            Of("abandoned-ringing"),
            WaitBands.Read(counted, "abandoned"),
            connected > 0 ? TimeSpan.FromMilliseconds((double)Of("waited") / connected) : null,
            TimeSpan.FromMilliseconds(Of("talk")),
            Of("timeout"),
            Of("rejected"),
            Of("callbacks"),
            Of("unreached"),
            new Calibration(Of("announced"), Of("as-announced"), Of("sooner"), Of("later")));

        long Of(string name) => counted.GetValueOrDefault(name);
    }
}

/// <summary>The announced waits of callers who reached a consultant, held against the waits that came.</summary>
/// <param name="Announced">How many were told a wait.</param>
/// <param name="Within">How many waited as long as announced.</param>
/// <param name="Sooner">How many less.</param>
/// <param name="Later">How many longer.</param>
public readonly record struct Calibration(long Announced, long Within, long Sooner, long Later);

internal sealed record BoardPayload
{
    public ConsultantPayload[]? Consultants { get; init; }
    public LanguagePayload[]? Languages { get; init; }
    public TalkPayload[]? Talks { get; init; }
    public int Callbacks { get; init; }
    public int Records { get; init; }
    public Dictionary<string, long>? Day { get; init; }
}

internal sealed record LanguagePayload
{
    public string? Language { get; init; }
    public int Waiting { get; init; }
    public bool Spoken { get; init; }
    public int Starts { get; init; }
    public long Span { get; init; }
    public WaitingPayload[]? Calls { get; init; }
}

internal sealed record WaitingPayload
{
    public string? Call { get; init; }
    public string? State { get; init; }
    public string? Language { get; init; }
    public string? Topic { get; init; }
    public long Arrived { get; init; }
    public int Step { get; init; }
    public string? Band { get; init; }
    public string? Order { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BoardPayload))]
internal sealed partial class BoardJson : JsonSerializerContext;
