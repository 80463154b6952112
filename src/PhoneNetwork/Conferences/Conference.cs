using Infoline.PhoneNetwork.Twiml;

namespace Infoline.PhoneNetwork.Conferences;

/// <summary>Why a call is not let into a conference, in the vendor's codes.</summary>
internal sealed record ConferenceRefusal(int Code, string Problem);

/// <summary>Calls that hear each other.</summary>
internal sealed class Conference
{
    private readonly Lock _gate = new();
    private readonly TelephoneNetwork _network;
    private readonly ConferenceEvents _events;
    private readonly List<Participant> _participants = [];
    private Recording? _recording;

    internal Conference(TelephoneNetwork network, string name)
    {
        (_network, Name, Sid) = (network, name, network.NewSid("CF"));
        CreatedAt = UpdatedAt = network.Pace.Now;
        _events = new ConferenceEvents(network, this);
    }

    public string Sid { get; }

    public string Name { get; }

    /// <summary>init until two are in it and one of them starts it, then in-progress, then completed.</summary>
    public string Status { get; private set; } = "init";

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? ReasonEnded { get; private set; }

    public string? CallSidEnding { get; private set; }

    public bool IsOver => EndedAt is not null;

    public Recording? Recording => _recording;

    /// <summary>Who is in it or being called into it, in the order they came.</summary>
    public IReadOnlyList<Participant> Participants
    {
        get
        {
            lock (_gate)
                return [.. _participants];
        }
    }

    /// <summary>The participant with this call or label.</summary>
    public Participant? Find(string callSidOrLabel) =>
        Participants.FirstOrDefault(participant => participant.Call.Sid == callSidOrLabel || (participant.Label.Length > 0 && participant.Label == callSidOrLabel));

    /// <summary>Takes a call on its way into the books; it is not heard yet.</summary>
    public (Participant? Participant, ConferenceRefusal? Refusal) Expect(Call call, ConferenceEntry entry)
    {
        lock (_gate)
        {
            if (Refuse(entry) is { } refusal)
                return (null, refusal);
            if (_participants.Count == 0)
                _events.Callback = entry.Callback;
            var participant = new Participant(call, entry) { UpdatedAt = _network.Pace.Now };
            _participants.Add(participant);
            return (participant, null);
        }
    }

    /// <summary>The call is here: it hears and is heard.</summary>
    public void Join(Participant participant)
    {
        lock (_gate)
        {
            var now = _network.Pace.Now;
            participant.JoinedAt = participant.UpdatedAt = now;
            participant.Call.Room = this;
            _events.OfParticipant("join", "participant-join", participant);
            Beep(participant, participant.Entry.BeepOnEnter);
            var present = Present();
            if (Status == "init" && present.Count >= 2 && present.Exists(p => p.Entry.StartOnEnter))
            {
                Status = "in-progress";
                StartedAt = UpdatedAt = now;
                _events.Of("start", "conference-start");
                if (_participants.Select(p => p.Entry.Recording).FirstOrDefault(order => order is not null) is { } order)
                    _recording = _network.Recordings.Start(participant.Call, order, Sid);
            }

            Mix();
        }
    }

    /// <summary>The call is out of it, or never came.</summary>
    /// <param name="participant">Who.</param>
    /// <param name="reason">As the vendor names it: participant_hung_up and so on.</param>
    /// <param name="kicked">Whether it was thrown out rather than left.</param>
    public void Leave(Participant participant, string reason, bool kicked = false)
    {
        lock (_gate)
        {
            if (!_participants.Remove(participant))
                return;
            participant.Call.Room = null;
            _network.Connect(participant.Call, []);
            _events.OfParticipant(
                "leave", "participant-leave", participant, ("ReasonParticipantLeft", reason), ("ParticipantCallStatus", CallStatus(participant, reason)));
            if (IsOver)
                return;
            Beep(participant, participant.BeepOnExit && participant.JoinedAt is not null);
            if (participant.EndsOnExit && participant.JoinedAt is not null)
                End($"participant-with-end-conference-on-exit-{(kicked ? "kicked" : "left")}", participant, "moderator_ended_conference");
            else if (_participants.Count == 0)
                End(kicked ? "last-participant-kicked" : "last-participant-left", participant, "");
            else
                Mix();
        }
    }

    /// <summary>Throws a participant out; its call goes on with what follows its Dial.</summary>
    public void Kick(Participant participant)
    {
        Leave(participant, "participant_updated_via_api", kicked: true);
        participant.Call.Mailbox.Post(new Signal.RoomLeft());
    }

    /// <summary>Ends the conference; every call in it goes on with what follows its Dial.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (!IsOver)
                End("conference-ended-via-api", null, "conference_ended_via_api");
        }
    }

    /// <summary>Changes a participant, and tells of it.</summary>
    public void Change(Participant participant, ParticipantChange change)
    {
        lock (_gate)
        {
            participant.UpdatedAt = _network.Pace.Now;
            if (change.Muted is { } muted && muted != participant.Muted)
            {
                participant.Muted = muted;
                _events.OfParticipant("mute", muted ? "participant-mute" : "participant-unmute", participant);
            }

            if (change.HoldMusic is { } music)
                participant.HoldMusic = music;
            if (change.OnHold is { } hold && hold != participant.OnHold)
            {
                participant.OnHold = hold;
                _events.OfParticipant("hold", hold ? "participant-hold" : "participant-unhold", participant);
            }

            if (change.Apply(participant))
                _events.OfParticipant("modify", "participant-modify", participant);
            if (!IsOver)
                Mix();
        }
    }

    /// <summary>Plays a document to everybody, or to one.</summary>
    public void Announce(TwimlDocument document, Uri url, Participant? only)
    {
        lock (_gate)
        {
            var hearers = only is null ? Present() : [only];
            var left = hearers.Count;
            foreach (var hearer in hearers)
            {
                hearer.Call.Mailbox.Post(new Signal.Announced(document, () =>
                {
                    if (Interlocked.Decrement(ref left) > 0)
                        return;
                    if (only is null)
                        _events.Of("announcement", "announcement-end", ("AnnounceUrl", url.AbsoluteUri));
                    else
                        _events.OfParticipant("announcement", "announcement-end", only, ("AnnounceUrl", url.AbsoluteUri));
                }));
            }
        }
    }

    /// <summary>Tells that an announcement could not be played.</summary>
    public void AnnouncementFailed(Uri url, string why, Participant? only)
    {
        (string, string)[] about = [("AnnounceUrl", url.AbsoluteUri), ("ReasonAnnouncementFailed", why)];
        if (only is null)
            _events.Of("announcement", "announcement-fail", about);
        else
            _events.OfParticipant("announcement", "announcement-fail", only, about);
    }

    /// <summary>The status as it was at some time.</summary>
    public string StatusAt(DateTimeOffset time) =>
        EndedAt <= time ? "completed" : StartedAt <= time ? "in-progress" : "init";

    /// <summary>Tells that a participant speaks, and when they stop.</summary>
    public void Spoke(Call call, TimeSpan length)
    {
        if (!_events.WantsSpeakers || Find(call.Sid) is not { Muted: false, OnHold: false } speaker)
            return;
        _events.OfParticipant("speaker", "participant-speech-start", speaker);
        _ = _network.Pace.Timer(length, () => _events.OfParticipant("speaker", "participant-speech-stop", speaker));
    }

    private static string CallStatus(Participant participant, string reason) =>
        reason == "participant_hung_up" && participant.Call.Status == "in-progress" ? "completed" : participant.Call.Status;

    private ConferenceRefusal? Refuse(ConferenceEntry entry)
    {
        if (entry.Label.Length > 0 && _participants.Exists(participant => participant.Label == entry.Label))
            return new ConferenceRefusal(16025, "There is a participant with this label in the conference already");
        if (entry.Coaches is { } coached && (Status != "in-progress" || !Present().Exists(participant => participant.Call.Sid == coached)))
            return new ConferenceRefusal(13240, "The call to coach is not in this conference, or the conference has not started");
        return _participants.Count >= entry.MaxParticipants
            ? new ConferenceRefusal(16020, $"The conference is full with {_participants.Count} participants")
            : null;
    }

    private List<Participant> Present() => _participants.FindAll(participant => participant.JoinedAt is not null);

    private void Beep(Participant cause, bool wanted)
    {
        if (!wanted || Status != "in-progress")
            return;
        foreach (var other in Present().Where(other => other != cause && !other.OnHold))
            other.Call.Hear(new Tone(_network.Pace.Now, TimeSpan.FromMilliseconds(300), ToneKind.Beep));
    }

    /// <summary>Settles for everybody whom they hear, and whether there is music for them instead.</summary>
    private void Mix()
    {
        var present = Present();
        foreach (var one in present)
        {
            var heard = Status == "in-progress" ? present.FindAll(other => other.IsHeardBy(one)).ConvertAll(other => other.Call) : [];
            var music = one.OnHold ? one.HoldMusic : Status == "init" ? one.Wait : null;
            _network.Connect(one.Call, heard);
            if (ReferenceEquals(music, one.Music))
                continue;
            one.Music = music;
            one.Call.Mailbox.Post(new Signal.RoomChanged());
        }
    }

    private void End(string reason, Participant? cause, string reasonForOthers)
    {
        EndedAt = UpdatedAt = _network.Pace.Now;
        Status = "completed";
        (ReasonEnded, CallSidEnding) = (reason, cause?.Call.Sid);
        if (_recording is { } recording)
            _network.Recordings.Stop(recording);
        var others = _participants.ToArray();
        foreach (var other in others)
        {
            Leave(other, reasonForOthers);
            other.Call.Mailbox.Post(other.JoinedAt is null ? new Signal.HungUp("conference", "canceled") : new Signal.RoomLeft());
        }

        (string, string)[] about = cause is null
            ? [("ReasonConferenceEnded", reason)]
            : [("ReasonConferenceEnded", reason), ("CallSidEndingConference", cause.Call.Sid), ("ParticipantLabelEndingConference", cause.Label)];
        _events.Of("end", "conference-end", [.. about, ("Reason", reason.Replace('-', ' '))]);
    }
}

/// <summary>What REST changes of a participant; null leaves it as it is.</summary>
internal sealed record ParticipantChange
{
    public bool? Muted { get; init; }

    public bool? OnHold { get; init; }

    public WaitMusic? HoldMusic { get; init; }

    public WaitMusic? Wait { get; init; }

    public bool? BeepOnExit { get; init; }

    public bool? EndsOnExit { get; init; }

    public bool? Coaching { get; init; }

    public string? Coaches { get; init; }

    /// <summary>Changes what counts as a modification; true when anything was.</summary>
    public bool Apply(Participant participant)
    {
        var before = (participant.BeepOnExit, participant.EndsOnExit, participant.Wait, participant.Coaches);
        participant.BeepOnExit = BeepOnExit ?? participant.BeepOnExit;
        participant.EndsOnExit = EndsOnExit ?? participant.EndsOnExit;
        participant.Wait = Wait ?? participant.Wait;
        participant.Coaches = Coaching is false ? null : Coaches ?? participant.Coaches;
        return before != (participant.BeepOnExit, participant.EndsOnExit, participant.Wait, participant.Coaches);
    }
}
