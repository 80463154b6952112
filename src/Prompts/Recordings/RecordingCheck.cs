using System.Globalization;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Recordings;

/// <summary>
/// Everything that is wrong with a folder of recordings: texts that cannot be read or lack a language, facts past their
/// day, recordings that are missing, stale, broken, in the wrong form, too loud or too soft, cut off or silent at their ends.
/// </summary>
internal sealed class RecordingCheck
{
    /// <summary>How far a recording's level may be from the shared one.</summary>
    private const double ToleranceLu = 1;

    private const int NoticeDays = 30;

    private const long LargestFolderBytes = 30_000_000;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(300);

    private readonly string _folder;
    private readonly PromptCatalogue _catalogue;
    private readonly IReadOnlyList<PlannedRecording> _plan;
    private readonly HumanSources _human;

    private RecordingCheck(string folder, PromptCatalogue catalogue)
    {
        _folder = folder;
        _catalogue = catalogue;
        _plan = RecordingPlan.Of(catalogue);
        _human = HumanSources.In(folder);
    }

    /// <summary>Checks the folder as of a day.</summary>
    public static IReadOnlyList<Finding> Run(string folder, DateOnly today)
    {
        var (catalogue, faults) = PromptCatalogue.Read(folder);
        var check = new RecordingCheck(folder, catalogue);
        return
        [
            .. faults.Select(Finding.Of),
            .. check.Facts(today),
            .. check._plan.AsParallel().AsOrdered().SelectMany(check.Recording),
            .. check.Audio(RecordingFolder.MusicPath(folder)),
            .. check.Strangers(),
            .. check.Size(),
        ];
    }

    private IEnumerable<Finding> Facts(DateOnly today)
    {
        foreach (var prompt in _catalogue.Prompts.Values)
        {
            foreach (var fact in prompt.Facts)
            {
                var where = $"{prompt.File}:{fact.Line}";
                var day = fact.HoldsUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (fact.HoldsUntil < today)
                    yield return new Finding(IsWarning: false, where, $"a fact of '{prompt.Key}' held until {day}", $"look it up again ({string.Join(", ", fact.Sources)}) and write the new day");
                else if (fact.HoldsUntil.DayNumber - today.DayNumber <= NoticeDays)
                    yield return new Finding(IsWarning: true, where, $"a fact of '{prompt.Key}' holds only until {day}", $"look it up again ({string.Join(", ", fact.Sources)})");
            }
        }
    }

    private IEnumerable<Finding> Recording(PlannedRecording planned)
    {
        var path = RecordingFolder.PathOf(_folder, planned.Language, planned.Key);
        if (!File.Exists(path))
            return [new Finding(IsWarning: false, Relative(path), "the recording is missing", "run 'render'")];
        return [.. Audio(path), .. Words(planned, path)];
    }

    private IEnumerable<Finding> Words(PlannedRecording planned, string path)
    {
        var source = _human.Find(planned.Language, planned.Key);
        switch (RecordingNotes.At(path))
        {
            case null:
                yield return new Finding(IsWarning: false, Relative(path), "it does not say what it was made from", $"put a person's file into human/{planned.Language.Code()}/ and run 'render'");
                break;
            case var notes when !Freshness.IsFresh(planned, notes):
                yield return new Finding(IsWarning: false, Relative(path), "it is stale: the text, the voice or the settings have changed since", "run 'render'");
                break;
            case var notes when source?.IsKnownTo(notes) == false:
                yield return new Finding(IsWarning: false, Relative(path), "a person has spoken it anew", "run 'render'");
                break;
            case { Origin: not RecordingOrigin.Human } when source is not null:
                yield return new Finding(IsWarning: true, Relative(source.Path), "the person spoke an older text, so a synthetic voice says the new one", "record it again, or remove the file");
                break;
        }
    }

    private IEnumerable<Finding> Audio(string path)
    {
        if (!File.Exists(path))
        {
            yield return new Finding(IsWarning: false, Relative(path), "the recording is missing", "run 'render'");
            yield break;
        }

        switch (WavFile.Read(File.ReadAllBytes(path)))
        {
            case WavReading.Broken(var reason):
                yield return new Finding(IsWarning: false, Relative(path), $"the file cannot be played: {reason}", "remove it and run 'render'");
                break;
            case WavReading.Readable { File: var file } when StoredSound.Unpack(file) is { } sound:
                foreach (var problem in Sounding(sound))
                    yield return new Finding(IsWarning: false, Relative(path), problem, "remove it and run 'render'");
                break;
            case WavReading.Readable { File: var file }:
                yield return new Finding(IsWarning: false, Relative(path), $"the format is wrong ({file.Format})", $"it should be {WavFormat.Telephone} or {WavFormat.Packed}: remove it and run 'render'");
                break;
        }
    }

    private static IEnumerable<string> Sounding(Sound sound)
    {
        var level = Loudness.Measure(sound.Samples);
        if (double.IsNegativeInfinity(level))
        {
            yield return "nothing is heard";
            yield break;
        }

        if (Math.Abs(level - Sound.TargetLufs) > ToleranceLu)
            yield return string.Create(CultureInfo.InvariantCulture, $"the level is {level:0.0} LUFS instead of {Sound.TargetLufs:0} ± {ToleranceLu:0}");
        if (sound.Peak >= Sound.Clipped)
            yield return "it is cut off at its peaks";
        var (start, end) = sound.Silence();
        if (start > LongestSilence)
            yield return string.Create(CultureInfo.InvariantCulture, $"it starts with {start.TotalMilliseconds:0} ms of silence");
        if (end > LongestSilence)
            yield return string.Create(CultureInfo.InvariantCulture, $"it ends with {end.TotalMilliseconds:0} ms of silence");
    }

    /// <summary>Files that no prompt asks for: a misspelt name, or what a removed prompt has left.</summary>
    private IEnumerable<Finding> Strangers()
    {
        var known = _plan.Select(planned => (planned.Language, planned.Key)).ToHashSet();
        foreach (var language in LanguageCodes.All)
        {
            foreach (var path in RecordingFolder.Files(_folder, language).Where(path => !known.Contains((language, Path.GetFileNameWithoutExtension(path)))))
                yield return new Finding(IsWarning: true, Relative(path), "no prompt has this recording", "correct its name, or remove it");
        }

        foreach (var (language, key) in _human.Keys.Where(key => !known.Contains(key)))
            yield return new Finding(IsWarning: true, $"human/{language.Code()}/{key}", "no prompt has this recording", "correct its name as 'list' shows it, or remove it");
    }

    private IEnumerable<Finding> Size()
    {
        var human = Path.Combine(_folder, "human") + Path.DirectorySeparatorChar;
        var bytes = new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !file.FullName.StartsWith(human, StringComparison.Ordinal)).Sum(file => file.Length);
        if (bytes >= LargestFolderBytes)
            yield return new Finding(IsWarning: true, ".", string.Create(CultureInfo.InvariantCulture, $"the folder holds {bytes / 1e6:0.0} MB, more than {LargestFolderBytes / 1e6:0}"), "shorten texts, or keep the folder outside the repository");
    }

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
