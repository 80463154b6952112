using System.Globalization;
using System.Text;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>What a line of a transcript tells of.</summary>
public enum TranscriptKind
{
    /// <summary>The call's status changed.</summary>
    Status,

    /// <summary>A request to the application and its answer.</summary>
    Webhook,

    /// <summary>A document that came back.</summary>
    Document,

    /// <summary>A verb that is executed.</summary>
    Verb,

    /// <summary>What is heard at the far end.</summary>
    Heard,

    /// <summary>What is said at the far end.</summary>
    Spoken,

    /// <summary>Keys that were taken.</summary>
    Keys,

    /// <summary>With whom the call is connected from now on.</summary>
    Connection,

    /// <summary>Something that goes wrong on purpose.</summary>
    Disturbance,

    /// <summary>Something that the vendor would report as an error.</summary>
    Fault,
}

/// <summary>One line of a transcript.</summary>
/// <param name="At">Time since the call began.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Text">What happened.</param>
/// <param name="Detail">More of it, such as a whole document; null when there is no more.</param>
/// <param name="Took">How long a webhook took, in real time; null for all else.</param>
public sealed record TranscriptEntry(TimeSpan At, TranscriptKind Kind, string Text, string? Detail = null, TimeSpan? Took = null);

/// <summary>Everything that happened on one call, in order.</summary>
public sealed class Transcript
{
    private readonly Call _call;
    private readonly Pace _pace;
    private readonly Lock _gate = new();
    private readonly List<TranscriptEntry> _entries = [];

    internal Transcript(Call call, Pace pace) => (_call, _pace) = (call, pace);

    internal Action<TranscriptEntry>? Added { get; set; }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<TranscriptEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>The transcript as a table for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_call.Sid}  {_call.From} -> {_call.To}  {_call.Direction}");
        foreach (var entry in Entries)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {entry.At:hh\\:mm\\:ss\\.fff}  {entry.Kind,-11}  {entry.Text}");
            if (entry is { Kind: TranscriptKind.Document, Detail: { } detail })
                text.AppendLine(string.Join(Environment.NewLine, detail.Trim().Split('\n').Select(line => "                            " + line.TrimEnd())));
        }

        return text.ToString();
    }

    internal void Note(TranscriptKind kind, string text, string? detail = null, TimeSpan? took = null)
    {
        var entry = new TranscriptEntry(_pace.Now - _call.CreatedAt, kind, text, detail, took);
        lock (_gate)
            _entries.Add(entry);
        Added?.Invoke(entry);
    }

    internal void Webhook(WebhookRequest request, WebhookAnswer answer, TimeSpan took)
    {
        var told = request.Form.Where(field => field.Key is "Digits" or "CallStatus" or "DialCallStatus" or "StatusCallbackEvent" && field.Value.Length > 0)
            .Select(field => $"{field.Key}={field.Value}");
        Note(
            TranscriptKind.Webhook,
            $"{request.Method} {request.Url.PathAndQuery} [{string.Join(' ', told)}] {answer.Error ?? answer.Status.ToString(CultureInfo.InvariantCulture)}",
            null,
            took);
        if (request.Purpose == "document" && answer.Body.Length > 0)
            Note(TranscriptKind.Document, $"{answer.Body.Length} characters of {answer.ContentType}", answer.Body);
    }
}
