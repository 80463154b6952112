using Infoline.PhoneNetwork.Verbs;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Conferences;

/// <summary>One call's time in a conference: music while it waits or is on hold, announcements, and the talk between.</summary>
internal sealed class ConferenceStay(CallRun run, ConferenceEntry entry, TimeSpan timeLimit, bool hangupOnStar)
{
    private const int MaxDocumentsWithoutTime = 100;

    private static readonly HashSet<string> MusicVerbs = new(["Play", "Say", "Pause", "Redirect"], StringComparer.Ordinal);

    private readonly DateTimeOffset _until = run.Now + timeLimit;
    private WaitMusic? _played;
    private Signal.Announced? _announced;
    private bool _announces;
    private bool _isOut;

    public ConferenceStay(CallRun run, ConferenceEntry entry, Dial dial)
        : this(run, entry, dial.TimeLimit, dial.HangupOnStar)
    {
    }

    /// <summary>Enters as a document asks, and stays until the call or the conference is over.</summary>
    public async Task<DialResult> StayAsync()
    {
        var (room, participant, refusal) = run.Network.Conferences.Enter(run.Call, entry);
        if (refusal is not null)
        {
            run.Fault(refusal.Code, refusal.Problem);
            return new DialResult("failed");
        }

        return await StayAsync(room, participant!);
    }

    /// <summary>Stays in a conference that already expects the call.</summary>
    public async Task<DialResult> StayAsync(Conference room, Participant me)
    {
        var reason = "participant_hung_up";
        // An announcement is heard to its end, whatever changes meanwhile.
        run.BrokenBy = signal => signal is Signal.RoomLeft || (!_announces && signal is (Signal.RoomChanged or Signal.Announced));
        room.Join(me);
        // What changed by joining is read below.
        run.Call.Mailbox.Drop(signal => signal is Signal.RoomChanged);
        try
        {
            while (!_isOut)
                await OnceAsync(me);
            return new DialResult("answered") { Recording = room.Recording?.Url };
        }
        catch (LiveUpdate)
        {
            reason = "participant_updated_via_api";
            throw;
        }
        finally
        {
            run.BrokenBy = null;
            room.Leave(me, reason);
            run.Call.Mailbox.Drop(signal => signal is Signal.RoomChanged or Signal.RoomLeft or Signal.Announced);
        }
    }

    private async Task OnceAsync(Participant me)
    {
        try
        {
            if (_announced is { } announced)
                await AnnounceAsync(announced);
            else if (me.Music is { } music && !ReferenceEquals(music, _played))
                await PlayAsync(music);
            else
                await TalkAsync(me);
        }
        catch (Interrupted interruption)
        {
            switch (interruption.Signal)
            {
                case Signal.RoomLeft:
                    _isOut = true;
                    break;
                case Signal.Announced next:
                    _announced = next;
                    _played = null;
                    break;
                default:
                    run.Call.FallSilent();
                    _played = null;
                    break;
            }
        }
    }

    private async Task AnnounceAsync(Signal.Announced announced)
    {
        _announced = null;
        _announces = true;
        try
        {
            foreach (var verb in announced.Document.Verbs)
                await verb.ExecuteAsync(run);
        }
        finally
        {
            _announces = false;
            announced.Heard();
        }
    }

    /// <summary>Plays the music once: as documented it does not begin again by itself, and what follows is silence.</summary>
    private async Task PlayAsync(WaitMusic music)
    {
        _played = music;
        switch (music)
        {
            case WaitMusic.Default:
                run.Call.Hear(new Tone(run.Now, TimeSpan.Zero, ToneKind.HoldMusic));
                break;
            case WaitMusic.Document document:
                await ExecuteAsync(document.Source);
                break;
            case WaitMusic.Silence:
                break;
        }
    }

    private async Task ExecuteAsync(DocumentSource first)
    {
        DocumentSource? next = first;
        for (var (spins, moved) = (0, run.Now); next is { } source; spins = run.Now == moved ? spins + 1 : 0, moved = run.Now)
        {
            if (spins == MaxDocumentsWithoutTime)
            {
                run.Fault(11100, "The music went through a hundred documents without using any time");
                return;
            }

            next = null;
            try
            {
                foreach (var verb in (await run.FetchAsync(source, MusicVerbs)).Verbs)
                {
                    if (await verb.ExecuteAsync(run) is not Step.Goto go)
                        continue;
                    next = go.Source;
                    break;
                }
            }
            catch (DocumentFailed failure)
            {
                // Music that cannot be had takes the call out of the conference; what follows its Dial is executed.
                run.Fault(failure.Code, failure.Message);
                _isOut = true;
            }
        }
    }

    private async Task TalkAsync(Participant me)
    {
        switch (await run.WaitAsync(signal => signal is Signal.Key, _until - run.Now))
        {
            case null:
            case Signal.Key { Digit: '*' } when hangupOnStar:
                _isOut = true;
                break;
            case Signal.Key key when me is { Muted: false, OnHold: false }:
                foreach (var other in run.Call.Hears.Where(other => other.Hears.Contains(run.Call)))
                    other.Hear(new Tones(run.Now, TimeSpan.FromMilliseconds(200), key.Digit.ToString()));
                break;
        }
    }
}
