namespace Infoline.PhoneNetwork;

/// <summary>One leg of a call, as the network keeps it.</summary>
public sealed class Call
{
    private readonly Lock _gate = new();
    private int _sequence;

    internal Call(string sid, PhoneNumber number, string from, string to, string direction, Pace pace, ITelephone telephone)
    {
        (Sid, Number, From, To, Direction, Telephone) = (sid, number, from, to, direction, telephone);
        CreatedAt = pace.Now;
        Mailbox = new Mailbox(pace);
        Transcript = new Transcript(this, pace);
    }

    /// <summary>The call's SID: CA and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    /// <summary>Who calls, in E.164 or as a client address.</summary>
    public string From { get; }

    /// <summary>Who is called.</summary>
    public string To { get; }

    /// <summary>inbound, outbound-api or outbound-dial.</summary>
    public string Direction { get; }

    /// <summary>queued, initiated, ringing, in-progress, completed, busy, failed, no-answer or canceled.</summary>
    public string Status { get; private set; } = "queued";

    /// <summary>When the call came to be.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it was answered; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it ended; null until then.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Everything that happened on the call.</summary>
    public Transcript Transcript { get; }

    internal PhoneNumber Number { get; }

    internal ITelephone Telephone { get; }

    internal Mailbox Mailbox { get; }

    internal StatusCallback? Callback { get; set; }

    internal bool IsOver => EndedAt is not null;

    internal TimeSpan Duration => AnsweredAt is { } answered && EndedAt is { } ended ? ended - answered : TimeSpan.Zero;

    internal int NextSequence() => Interlocked.Increment(ref _sequence) - 1;

    /// <summary>Moves the call to another status; false when it is already over.</summary>
    internal bool Become(string status, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (EndedAt is not null || Status == status)
                return false;
            Status = status;
            if (status == "in-progress")
                AnsweredAt = now;
            if (status is "completed" or "busy" or "failed" or "no-answer" or "canceled")
                EndedAt = now;
        }

        Transcript.Note(TranscriptKind.Status, status);
        return true;
    }
}

/// <summary>Where a call's progress is told.</summary>
internal sealed record StatusCallback(Uri Url, HttpMethod Method, IReadOnlySet<string> Events);
