namespace Infoline.PhoneNetwork;

/// <summary>What is at the far end of a call: a script's handset, or a browser.</summary>
internal interface ITelephone
{
    /// <summary>Something begins to be heard.</summary>
    void Hear(Call call, Heard sound);

    /// <summary>What was heard is interrupted.</summary>
    void FallSilent(Call call);

    /// <summary>From now on the voices of these calls are heard, and no others; <see cref="Call.Hears"/> is the same list.</summary>
    void Connect(Call call, IReadOnlyList<Call> heard)
    {
    }
}

/// <summary>What stands behind an address and can be rung.</summary>
internal interface IDevice
{
    /// <summary>Whether a machine answers; told to those who ask for machine detection.</summary>
    bool IsMachine => false;

    /// <summary>
    /// A call arrives. The telephone that is given back hears it from now on; whoever holds it answers with <see cref="Call.PickUp"/>
    /// or refuses with <see cref="Call.Decline"/>, at any time.
    /// </summary>
    ITelephone Ring(Call call);

    /// <summary>Whether text messages can be delivered here.</summary>
    bool ReceivesMessages => true;

    /// <summary>A text message arrives.</summary>
    void Receive(TextMessage message)
    {
    }
}

/// <summary>A far end where nobody listens.</summary>
internal sealed class Nobody : ITelephone, IDevice
{
    public static Nobody There { get; } = new();

    public void Hear(Call call, Heard sound)
    {
    }

    public void FallSilent(Call call)
    {
    }

    public ITelephone Ring(Call call) => this;
}
