using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Recordings;

/// <summary>One thing that <c>check</c> says of a prompt.</summary>
/// <param name="Language">The language of the recording; null for what concerns the facts of the prompt.</param>
/// <param name="Problem">What it is.</param>
/// <param name="Detail">The day or the number that the problem names; empty where it names none.</param>
/// <param name="IsWarning">Whether it can wait.</param>
public sealed record PromptFinding(Language? Language, RecordingProblem Problem, string Detail, bool IsWarning);

/// <summary>Has <c>check</c> look at one prompt, as callers hear it now.</summary>
/// <param name="recordingsFolder">The folder of recordings, where people's own files are.</param>
public sealed class PromptInspection(string recordingsFolder)
{
    private readonly Lazy<HumanSources> _human = new(() => HumanSources.In(recordingsFolder));

    /// <summary>What the facts of a prompt give to be said: what one can know without listening.</summary>
    public static IReadOnlyList<PromptFinding> OfFacts(Prompt prompt, DateOnly today) => [.. FactCheck.Of(prompt, today).Select(finding => Told(null, finding))];

    /// <summary>Everything that there is to be said of a prompt, facts first.</summary>
    public async Task<IReadOnlyList<PromptFinding>> OfAsync(PromptLibrary library, PromptKey key, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        var prompt = library.Find(key);
        List<PromptFinding> findings = [.. OfFacts(prompt, today)];
        foreach (var planned in LanguageCodes.All.SelectMany(language => RecordingPlan.SegmentsOf(library.Catalogue, prompt, language)))
        {
            foreach (var finding in await OfAsync(planned, library.RecordingOf(planned.Language, planned.Key), cancellationToken))
                findings.Add(Told(planned.Language, finding));
        }

        return findings;
    }

    private async Task<IEnumerable<Finding>> OfAsync(PlannedRecording planned, Recording? recording, CancellationToken cancellationToken)
    {
        if (recording is null)
            return [SoundCheck.Missing(planned.Name)];
        try
        {
            var bytes = await recording.StoredAsync(cancellationToken);
            var notes = WavFile.Read(bytes) is WavReading.Readable { File: var file } ? RecordingNotes.Read(file.Notes) : null;
            var source = recording is Recording.OnDisk ? _human.Value.Find(planned.Language, planned.Key) : null;
            return [.. SoundCheck.Of(planned.Name, bytes), .. SoundCheck.Words(planned.Name, planned, notes, source, path => path)];
        }
        catch (IOException)
        {
            return [SoundCheck.Missing(planned.Name)];
        }
    }

    private static PromptFinding Told(Language? language, Finding finding) => new(language, finding.Kind!.Value, finding.Detail, finding.IsWarning);
}
