using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>Something that happens to a call while it runs.</summary>
internal abstract record Signal
{
    /// <summary>A key was pressed at the far end.</summary>
    internal sealed record Key(char Digit) : Signal;

    /// <summary>The far end speaks, for some time.</summary>
    internal sealed record Voice(TimeSpan Length) : Signal;

    /// <summary>The far end of an outgoing call was picked up.</summary>
    internal sealed record PickedUp : Signal;

    /// <summary>The far end hung up, or the call was ended over REST.</summary>
    internal sealed record HungUp(string By, string Status) : Signal;

    /// <summary>A live call was given another document.</summary>
    internal sealed record Updated(DocumentSource Source) : Signal;

    /// <summary>A webhook was answered, or failed.</summary>
    internal sealed record Fetched(int Request, WebhookAnswer Answer) : Signal;

    /// <summary>A dialled call has answered and can be connected.</summary>
    internal sealed record LegReady(Call Leg) : Signal;

    /// <summary>A dialled call is over, or was taken elsewhere.</summary>
    internal sealed record LegGone(Call Leg) : Signal;

    /// <summary>In a conference: what this participant hears or may do has changed.</summary>
    internal sealed record RoomChanged : Signal;

    /// <summary>In a conference: something is announced to this participant.</summary>
    internal sealed record Announced(TwimlDocument Document, Action Heard) : Signal;

    /// <summary>In a conference: this participant is out of it.</summary>
    internal sealed record RoomLeft : Signal;
}
