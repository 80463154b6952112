using Infoline.Prompts.Hours;

namespace Infoline.Desk.Hours;

/// <summary>One version of opening hours, closures and announcements. Version 0 is what the folder of recordings says.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="At">When it was published; null for version 0.</param>
/// <param name="By">Who published it; empty for version 0.</param>
/// <param name="Restores">The earlier version that it brought back; null for a new one.</param>
/// <param name="Hours">What it says.</param>
public sealed record HoursVersion(long Number, DateTimeOffset? At, string By, long? Restores, OpeningHours Hours);

/// <summary>What came of publishing.</summary>
internal abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>From now on callers hear it.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="Unspoken">How many texts no voice could speak, so that the network's own voice says them.</param>
    public sealed record Published(long Version, int Unspoken) : PublishOutcome;

    /// <summary>Somebody else has published in the meantime; nothing was changed.</summary>
    public sealed record Overtaken(HoursVersion Newest) : PublishOutcome;

    /// <summary>The database does not answer; nothing was changed and callers hear what they heard.</summary>
    public sealed record NotNow : PublishOutcome;
}
