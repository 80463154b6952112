namespace Infoline.PhoneNetwork;

/// <summary>Which of the requests between network and application are meant: by kind, by path or event, and how many of them.</summary>
public sealed record Traffic
{
    private readonly TrafficKind _kind;

    private Traffic(TrafficKind kind) => _kind = kind;

    private enum TrafficKind
    {
        Webhook,
        Callback,
        Rest,
    }

    /// <summary>A part that the path holds; empty for any.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The event that a callback tells of, or the method of a REST request; empty for any.</summary>
    public string What { get; private init; } = "";

    /// <summary>How many of them pass before the first is meant.</summary>
    public int Skipped { get; private init; }

    /// <summary>How many are meant; all of them when it is null.</summary>
    public int? Count { get; private init; }

    /// <summary>The chance, 0 to 1, that one is meant.</summary>
    public double Chance { get; private init; } = 1;

    /// <summary>Requests for documents, whose path holds <paramref name="path"/>.</summary>
    public static Traffic Webhooks(string path = "") => new(TrafficKind.Webhook) { Path = path };

    /// <summary>
    /// Callbacks of one event: <c>initiated</c>, <c>ringing</c>, <c>answered</c> or <c>completed</c> of a call, <c>participant-join</c> and the
    /// like of a conference, <c>recording-completed</c>, <c>message-delivered</c>; all of them when it is empty.
    /// </summary>
    public static Traffic Callbacks(string happened = "", string path = "") => new(TrafficKind.Callback) { What = happened, Path = path };

    /// <summary>The application's requests to the REST API, of a method or all, whose path holds <paramref name="path"/>.</summary>
    public static Traffic Rest(string method = "", string path = "") => new(TrafficKind.Rest) { What = method, Path = path };

    /// <summary>Only the first of them.</summary>
    public Traffic Once() => First(1);

    /// <summary>Only the first few of them.</summary>
    public Traffic First(int count) => this with { Count = count };

    /// <summary>Only those after the first few.</summary>
    public Traffic After(int count) => this with { Skipped = count };

    /// <summary>Each with a chance of one in <paramref name="many"/>, drawn from the network's seed.</summary>
    public Traffic OneIn(double many) => this with { Chance = 1 / many };

    internal bool IsDocument(string path) => Fits(TrafficKind.Webhook, "", path);

    internal bool IsCallback(string happened, string path) => Fits(TrafficKind.Callback, happened, path);

    internal bool IsRest(string method, string path) => Fits(TrafficKind.Rest, method, path);

    private bool Fits(TrafficKind kind, string what, string path) =>
        kind == _kind && (What.Length == 0 || string.Equals(What, what, StringComparison.OrdinalIgnoreCase)) && path.Contains(Path, StringComparison.Ordinal);
}
