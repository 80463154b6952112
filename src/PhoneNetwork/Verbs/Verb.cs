using Infoline.PhoneNetwork.Twiml;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>An instruction of a document: how it is read, and what the network does for it.</summary>
internal abstract record Verb
{
    /// <summary>Reads a verb at the top of a document; notes a fault and gives null when there is none of that name.</summary>
    public static Verb? Read(VerbElement element)
    {
        switch (element.Name)
        {
            case "Play": return Play.Read(element);
            case "Say": return Say.Read(element);
            case "Pause": return Pause.Read(element);
            case "Gather": return Gather.Read(element);
            case "Redirect": return Redirect.Read(element);
            case "Hangup": return Hangup.Read(element);
            case "Reject": return Reject.Read(element);
            case "Dial": return Dial.Read(element);
            case "Record": return Record.Read(element);
            case "Enqueue" or "Leave" or "Connect" or "Start" or "Stop" or "Pay" or "Prompt" or "Refer" or "Sms":
                element.Fault("this network does not execute it");
                return null;
            default:
                element.Fault("there is no such verb");
                return null;
        }
    }

    /// <summary>
    /// Whether an incoming call is answered before this verb. Reject refuses before answering, and a Pause in front waits before
    /// answering; every other verb answers.
    /// </summary>
    public virtual bool Answers => true;

    /// <summary>Executes the verb on a call; the result says what comes after it.</summary>
    public abstract Task<Step> ExecuteAsync(CallRun run);
}

/// <summary>What follows a verb.</summary>
internal abstract record Step
{
    /// <summary>The next verb of the document, or the end of the call when there is none.</summary>
    public static Step Next { get; } = new GoOn();

    /// <summary>Another document.</summary>
    internal sealed record Goto(Webhooks.DocumentSource Source) : Step;

    /// <summary>The end of the call.</summary>
    internal sealed record End(string Status = "completed") : Step;

    private sealed record GoOn : Step;
}

/// <summary>A verb that may stand inside Gather: it makes a sound or a silence that a key can interrupt.</summary>
internal abstract record Prompt : Verb
{
    /// <summary>Lets the caller hear it; true when a key interrupted it.</summary>
    public abstract Task<bool> SoundAsync(CallRun run, bool untilKey);

    public sealed override async Task<Step> ExecuteAsync(CallRun run)
    {
        await SoundAsync(run, untilKey: false);
        return Step.Next;
    }
}
