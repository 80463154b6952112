using Infoline.Prompts;

namespace Infoline.Desk.Wording;

/// <summary>One version of what callers hear. Version 0 is what the folder of recordings says.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="At">When it was published; null for version 0.</param>
/// <param name="By">Who published it; empty for version 0.</param>
/// <param name="Note">Why, in the words of whoever published it; empty for one that restores another.</param>
/// <param name="Restores">The earlier version that it brought back; null for a new one.</param>
/// <param name="Texts">The prompts that say something else than the folder.</param>
public sealed record WordingVersion(long Number, DateTimeOffset? At, string By, string Note, long? Restores, IReadOnlyDictionary<PromptKey, KeptEdit> Texts)
{
    /// <summary>What the folder of recordings says.</summary>
    public static WordingVersion Shipped { get; } = new(0, null, "", "", null, new Dictionary<PromptKey, KeptEdit>());

    /// <summary>What a prompt says.</summary>
    public KeptEdit Of(Prompt shipped) => Texts.GetValueOrDefault(shipped.Key) ?? KeptEdit.Of(shipped);
}

/// <summary>What an editor has written and not published. There is one draft of a prompt, which all editors share.</summary>
/// <param name="Key">The prompt.</param>
/// <param name="Edit">What it is to say.</param>
/// <param name="At">When it was changed last.</param>
/// <param name="By">By whom.</param>
public sealed record WordingDraft(PromptKey Key, KeptEdit Edit, DateTimeOffset At, string By);

/// <summary>What came of saving a draft, publishing, or going back.</summary>
internal abstract record WordingOutcome
{
    private WordingOutcome()
    {
    }

    /// <summary>The draft is as it was written here.</summary>
    public sealed record Saved : WordingOutcome;

    /// <summary>From now on callers hear it.</summary>
    public sealed record Published(long Version) : WordingOutcome;

    /// <summary>Somebody else has changed it in the meantime; nothing was changed.</summary>
    public sealed record Overtaken(string By) : WordingOutcome;

    /// <summary>A text is not fit to be heard; nothing was changed.</summary>
    public sealed record Unfinished(PromptKey Key) : WordingOutcome;

    /// <summary>Nobody said why; nothing was changed.</summary>
    public sealed record NoNote : WordingOutcome;

    /// <summary>The database does not answer; nothing was changed and callers hear what they heard.</summary>
    public sealed record NotNow : WordingOutcome;
}
