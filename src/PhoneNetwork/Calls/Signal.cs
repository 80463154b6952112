using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>Something that happens to a call while it runs.</summary>
internal abstract record Signal
{
    /// <summary>A key was pressed at the far end.</summary>
    internal sealed record Key(char Digit) : Signal;

    /// <summary>The far end hung up, or the call was ended over REST.</summary>
    internal sealed record HungUp(string By, string Status) : Signal;

    /// <summary>A live call was given another document.</summary>
    internal sealed record Updated(DocumentSource Source) : Signal;

    /// <summary>A webhook was answered, or failed.</summary>
    internal sealed record Fetched(int Request, WebhookAnswer Answer) : Signal;
}
