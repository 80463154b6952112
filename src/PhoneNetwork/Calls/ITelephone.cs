namespace Infoline.PhoneNetwork;

/// <summary>What is at the far end of a call: a script's handset, or a browser.</summary>
internal interface ITelephone
{
    /// <summary>Something begins to be heard.</summary>
    void Hear(Call call, Heard sound);

    /// <summary>What was heard is interrupted.</summary>
    void FallSilent(Call call);
}
