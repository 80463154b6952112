using Infoline.PhoneNetwork.Conferences;
using Infoline.PhoneNetwork.Media;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>One leg of a call, as the network keeps it.</summary>
public sealed class Call
{
    private readonly Lock _gate = new();
    private readonly Pace _pace;
    private IReadOnlyList<Call> _hears = [];
    private int _sequence;

    internal Call(string sid, string from, string to, string direction, Pace pace)
    {
        (Sid, From, To, Direction, _pace) = (sid, from, to, direction, pace);
        CreatedAt = pace.Now;
        Mailbox = new Mailbox(pace);
        Transcript = new Transcript(this, pace);
    }

    /// <summary>The call's SID: CA and 32 hexadecimal digits.</summary>
    public string Sid { get; }

    /// <summary>The SID of the call whose Dial this one comes from; null when it comes from none.</summary>
    public string? ParentSid { get; internal init; }

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

    /// <summary>human or a kind of machine, where the application asked for machine detection; null where it did not.</summary>
    public string? AnsweredBy { get; internal set; }

    /// <summary>What the application sent along with the call to a client (<c>Parameter</c> inside <c>Client</c>).</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; internal init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The calls whose voices are heard on this one.</summary>
    public IReadOnlyList<Call> Hears => _hears;

    /// <summary>Everything that happened on the call.</summary>
    public Transcript Transcript { get; }

    internal Soundtrack Soundtrack { get; } = new();

    /// <summary>Who is asked when a document cannot be had or executed; asked late, because a host learns its port late.</summary>
    internal Func<DocumentSource.FromUrl>? Fallback { get; init; }

    internal ITelephone Telephone { get; set; } = Nobody.There;

    internal Mailbox Mailbox { get; }

    internal StatusCallback? Callback { get; set; }

    internal bool IsOver => EndedAt is not null;

    internal TimeSpan Duration => AnsweredAt is { } answered ? (EndedAt ?? _pace.Now) - answered : TimeSpan.Zero;

    /// <summary>The vendor counts begun seconds.</summary>
    internal int DurationInSeconds => (int)Math.Ceiling(Duration.TotalSeconds);

    /// <summary>Whether the two hear each other.</summary>
    public bool IsConnectedWith(Call other) => _hears.Contains(other) && other._hears.Contains(this);

    /// <summary>The far end answers.</summary>
    internal void PickUp() => Mailbox.Post(new Signal.PickedUp());

    /// <summary>The far end refuses the call.</summary>
    internal void Decline() => Mailbox.Post(new Signal.HungUp("far end", "busy"));

    /// <summary>The far end hangs up.</summary>
    internal void HangUp() => Mailbox.Post(new Signal.HungUp("far end", "completed"));

    /// <summary>The far end presses a key: 0 to 9, * or #.</summary>
    internal void Press(char key) => Mailbox.Post(new Signal.Key(key));

    /// <summary>The far end says something, which everybody connected with the call hears.</summary>
    internal void Speak(string text)
    {
        var spoke = new Spoke(_pace.Now, Verbs.Say.LengthOf(text), text, Sid);
        Transcript.Note(TranscriptKind.Spoken, text);
        Soundtrack.Add(spoke);
        if (VoiceCounts)
            Mailbox.Post(new Signal.Voice(spoke.Length));
        Uttered?.Invoke(spoke);
    }

    /// <summary>The conference in which the call is; null when it is in none.</summary>
    internal Conference? Room { get; set; }

    /// <summary>Brings what the far end utters to those who hear it; set by the network.</summary>
    internal Action<Heard>? Uttered { get; set; }

    /// <summary>Whether the document in execution waits for the far end's voice.</summary>
    internal bool VoiceCounts { get; set; }

    internal void Hear(Heard sound, MediaClip? clip = null)
    {
        Transcript.Note(TranscriptKind.Heard, sound.ToString()!);
        Soundtrack.Add(sound, clip);
        Telephone.Hear(this, sound);
    }

    internal void FallSilent()
    {
        Soundtrack.Stop(_pace.Now);
        Telephone.FallSilent(this);
    }

    /// <summary>Sets whose voices are heard from now on; true when that is a change.</summary>
    internal bool HearFrom(IReadOnlyList<Call> others)
    {
        if (others.SequenceEqual(_hears))
            return false;
        _hears = others;
        Transcript.Note(TranscriptKind.Connection, others.Count == 0 ? "hears nobody" : $"connected with {string.Join(", ", others.Select(NameOf))}");
        Telephone.Connect(this, others);
        return true;

        static string NameOf(Call call) => call.Direction == "inbound" ? call.From : call.To;
    }

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
