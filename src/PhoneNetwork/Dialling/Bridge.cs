using Infoline.PhoneNetwork.Verbs;

namespace Infoline.PhoneNetwork;

/// <summary>Connects a call with whoever answers first of those it dials.</summary>
internal sealed class Bridge(CallRun run, Dial dial)
{
    /// <summary>Rings, connects, and waits until the two part.</summary>
    public async Task<DialResult> ConnectAsync()
    {
        if (dial.CallerId is { Length: > 0 } callerId && !MayShow(callerId))
        {
            run.Fault(13214, $"The caller ID {callerId} is neither a number of the account nor one of this call's ends");
            return new DialResult("failed") { Bridged = false };
        }

        var last = new DialResult("no-answer") { Bridged = false };
        IEnumerable<IReadOnlyList<DialTarget>> groups = dial.Sequential ? dial.Targets.Select(target => new[] { target }) : [dial.Targets];
        foreach (var group in groups)
        {
            last = await TryAsync(group);
            if (last.Bridged is true)
                break;
        }

        return last;
    }

    private bool MayShow(string callerId) =>
        run.Network.NumberOf(callerId) is not null || callerId == run.Call.From || callerId == run.Call.To
        || dial.Targets.All(target => target.Address is PhoneAddress.Client);

    private async Task<DialResult> TryAsync(IEnumerable<DialTarget> targets)
    {
        var legs = targets.Select(target => Leg.Ring(run, target, dial.CallerId, dial.RingsFor)).ToList();
        try
        {
            run.Call.Hear(new Tone(run.Now, TimeSpan.Zero, ToneKind.Ringing));
            if (await FirstReadyAsync(legs) is not { } winner)
                return Unanswered(legs);
            foreach (var other in legs.Where(leg => leg != winner))
                other.Release();
            return await TalkAsync(winner);
        }
        finally
        {
            run.Call.FallSilent();
            run.Network.Connect(run.Call, []);
            foreach (var leg in legs.Where(leg => !leg.Call.IsOver && !leg.WasTakenElsewhere))
                leg.Release();
        }
    }

    private async Task<Leg?> FirstReadyAsync(List<Leg> legs)
    {
        for (var ringing = legs.Count; ringing > 0;)
        {
            switch (await run.WaitAsync(signal => signal is Signal.LegReady or Signal.LegGone && Of(signal) is not null, null))
            {
                case Signal.LegReady ready: return Of(ready);
                default: ringing--; break;
            }
        }

        return null;

        Leg? Of(Signal signal)
        {
            var call = signal is Signal.LegReady ready ? ready.Leg : (signal as Signal.LegGone)?.Leg;
            return legs.Find(leg => leg.Call == call);
        }
    }

    private static DialResult Unanswered(List<Leg> legs)
    {
        var last = legs.MaxBy(leg => leg.Call.EndedAt)!;
        return new DialResult(last.Call.Status == "in-progress" ? "completed" : last.Call.Status)
        {
            LegSid = last.Call.Sid,
            Talked = last.Call.AnsweredAt is null ? null : last.Call.Duration,
            Bridged = false,
        };
    }

    private async Task<DialResult> TalkAsync(Leg leg)
    {
        run.Call.FallSilent();
        run.Network.Answered(run.Call);
        run.Network.Connect(run.Call, [leg.Call]);
        run.Network.Connect(leg.Call, [run.Call]);
        var recording = dial.Recording is { } order ? run.Network.Recordings.Start(run.Call, order) : null;
        var until = run.Now + dial.TimeLimit;
        try
        {
            while (await run.WaitAsync(signal => signal is Signal.Key || signal is Signal.LegGone gone && gone.Leg == leg.Call, until - run.Now) is Signal.Key key)
            {
                if (dial.HangupOnStar && key.Digit == '*')
                    break;
                leg.Call.Hear(new Tones(run.Now, TimeSpan.FromMilliseconds(200), key.Digit.ToString()));
            }
        }
        finally
        {
            if (recording is not null)
                run.Network.Recordings.Stop(recording);
        }

        return new DialResult("completed")
        {
            LegSid = leg.Call.Sid,
            Talked = leg.Call.Duration,
            Bridged = true,
            Recording = recording?.Url,
        };
    }
}
