using System.Diagnostics.Metrics;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>What the host has begun on the telephone network and not finished: ringing, moving calls. A number that only grows means that the network hangs.</summary>
internal sealed class OutboundWork
{
    private int _inHand;

    public OutboundWork(IMeterFactory meters)
    {
        var meter = meters.Create(VoiceMetrics.MeterName);
        meter.CreateObservableGauge("infoline.telephony.work", () => InHand, "{task}", "Tasks on the telephone network that have begun and not ended.");
    }

    /// <summary>How many tasks have begun and not ended.</summary>
    public int InHand => Volatile.Read(ref _inHand);

    /// <summary>Begins a task, which looks after its own faults.</summary>
    public async Task Do(Func<Task> task)
    {
        Interlocked.Increment(ref _inHand);
        try
        {
            await task();
        }
        finally
        {
            Interlocked.Decrement(ref _inHand);
        }
    }
}
