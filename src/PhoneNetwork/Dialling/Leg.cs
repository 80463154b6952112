using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>One of the calls that a Dial makes: it rings, may be screened, and is then connected with the call that dialled.</summary>
internal sealed class Leg
{
    private readonly Call _parent;

    private Leg(Call parent, Call call) => (_parent, Call) = (parent, call);

    public Call Call { get; }

    /// <summary>Whether a live update gave it a document of its own.</summary>
    public bool WasTakenElsewhere { get; private set; }

    /// <summary>Begins to ring a target for a call.</summary>
    public static Leg Ring(CallRun parent, DialTarget target, string? callerId, TimeSpan ringsFor)
    {
        var network = parent.Network;
        var call = network.Add(new Call(network.NewSid("CA"), callerId ?? parent.Call.From, target.Address.Text, "outbound-dial", network.Pace)
        {
            ParentSid = parent.Call.Sid,
            Parameters = target.Parameters,
            Callback = target.Callback,
        });
        var leg = new Leg(parent.Call, call);
        var outgoing = new OutgoingCall(target.Address, call.From, ringsFor)
        {
            SendDigits = target.SendDigits,
            MachineDetection = target.MachineDetection,
            Detected = target.Detected,
        };
        network.Run(call, run => leg.LiveAsync(run, outgoing, target.Screening));
        return leg;
    }

    /// <summary>Ends the call, unless it is over or was taken elsewhere.</summary>
    public void Release() => Call.Mailbox.Post(new Signal.HungUp("dial", Call.AnsweredAt is null ? "canceled" : "completed"));

    private async Task<string> LiveAsync(CallRun run, OutgoingCall outgoing, DocumentSource.FromUrl? screening)
    {
        try
        {
            await outgoing.RingAsync(run);
            if (screening is not null)
                await run.ScreenAsync(screening);
            _parent.Mailbox.Post(new Signal.LegReady(Call));
            while (true)
            {
                if (await run.WaitAsync(signal => signal is Signal.Key, null) is Signal.Key key)
                    Pass(key.Digit, run);
            }
        }
        catch (LiveUpdate update)
        {
            WasTakenElsewhere = true;
            run.Network.Connect(Call, []);
            _parent.Mailbox.Post(new Signal.LegGone(Call));
            return await run.DocumentsAsync(update.Document);
        }
        catch (CallOver over)
        {
            // The parent reads how the leg ended as soon as it is told, so it ends first.
            run.Network.End(Call, over.Status);
            _parent.Mailbox.Post(new Signal.LegGone(Call));
            return over.Status;
        }
    }

    private void Pass(char key, CallRun run)
    {
        if (Call.IsConnectedWith(_parent))
            _parent.Hear(new Tones(run.Now, TimeSpan.FromMilliseconds(200), key.ToString()));
    }
}
