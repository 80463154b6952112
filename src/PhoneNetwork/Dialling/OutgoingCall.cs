using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>What is needed to call somebody.</summary>
/// <param name="To">Who is called.</param>
/// <param name="From">Who they see calling.</param>
/// <param name="RingsFor">How long it rings at most.</param>
internal sealed record OutgoingCall(PhoneAddress To, string From, TimeSpan RingsFor)
{
    /// <summary>The vendor rings telephones and SIP addresses five seconds longer than it is told.</summary>
    private static readonly TimeSpan Buffer = TimeSpan.FromSeconds(5);

    /// <summary>How long a machine detector listens before it decides.</summary>
    private static readonly TimeSpan Detection = TimeSpan.FromSeconds(4);

    /// <summary>Keys played once it is answered; w waits for half a second.</summary>
    public string SendDigits { get; init; } = "";

    /// <summary>Enable, DetectMessageEnd, or empty for none.</summary>
    public string MachineDetection { get; init; } = "";

    /// <summary>Where the detector's verdict is told; null: the first document waits for it instead.</summary>
    public StatusCallback? Detected { get; init; }

    /// <summary>Whether the buffer applies to clients too, as it does to participants of a conference.</summary>
    public bool AlwaysBuffered { get; init; }

    /// <summary>Rings until it is answered.</summary>
    /// <exception cref="CallOver">It is not.</exception>
    public async Task RingAsync(CallRun run)
    {
        var (network, call) = (run.Network, run.Call);
        Become("initiated");
        var device = network.Devices.At(To.Text);
        // A client that is not registered is not there to ring; a telephone that nobody scripted rings in an empty room.
        if (device is null && To is not PhoneAddress.Number)
            throw new CallOver("no-answer");

        Become("ringing");
        call.Telephone = (device ?? Nobody.There).Ring(call);
        var limit = AlwaysBuffered || To is not PhoneAddress.Client ? RingsFor + Buffer : RingsFor;
        if (await run.WaitAsync(signal => signal is Signal.PickedUp, limit) is null)
            throw new CallOver("no-answer");
        network.Answered(call);
        if (SendDigits.Length > 0)
            await run.SoundAsync(new Tones(run.Now, TimeSpan.FromSeconds(0.5 * SendDigits.Length), SendDigits), untilKey: false);
        if (MachineDetection.Length > 0)
            await DetectAsync(run, device);

        void Become(string status)
        {
            call.Become(status, run.Now);
            network.Tell(call, status);
        }
    }

    private async Task DetectAsync(CallRun run, IDevice? device)
    {
        var verdict = device?.IsMachine is not true ? "human" : MachineDetection == "Enable" ? "machine_start" : "machine_end_beep";
        if (Detected is not { } told)
        {
            await run.SilenceAsync(Detection, untilKey: false);
            run.Call.AnsweredBy = verdict;
            return;
        }

        var (network, call) = (run.Network, run.Call);
        _ = network.Pace.Timer(Detection, () =>
        {
            if (call.IsOver)
                return;
            call.AnsweredBy = verdict;
            network.Tell(network.Ask(
                call, new DocumentSource.FromUrl(told.Url, told.Method, ("MachineDetectionDuration", "4000")), "callback") with
            { Event = "amd" });
        });
    }
}
