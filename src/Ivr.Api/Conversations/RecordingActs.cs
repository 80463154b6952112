using Infoline.Desk.Work;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Ivr.Voice.Telephony;

namespace Infoline.Ivr.Conversations;

/// <summary>Acts on the recording of a conversation.</summary>
internal sealed class RecordingActs(CallControl network, CallRecorder recorder)
{
    /// <summary>Leaves out what is said from now on, or lets the recording go on.</summary>
    public async Task<ActOutcome> PauseAsync(LiveConversation live, bool pause, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true, Room: { } room } || await recorder.RunningAsync(live.Reservation.Call, cancel) is not { } sid)
            return ActOutcome.TooLate;
        var outcome = LineActs.Told(await network.PauseRecordingAsync(room, sid, pause, cancel));
        if (outcome is ActOutcome.Done)
            await recorder.PausedAsync(live.Reservation.Call, sid, pause, cancel);
        return outcome;
    }
}
