namespace Infoline.Desk.Wording;

/// <summary>What an editor wants callers to hear from now on.</summary>
/// <param name="Drafts">The drafts, as they were seen.</param>
/// <param name="Note">Why.</param>
public sealed record PublishRequest(IReadOnlyCollection<WordingDraft> Drafts, string Note);
