using System.Globalization;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Recordings;

/// <summary>
/// Everything that is wrong with a folder of recordings: texts that cannot be read or lack a language, facts past their
/// day, recordings that are missing, stale, broken, in the wrong form, too loud or too soft, cut off or silent at their ends.
/// </summary>
internal sealed class RecordingCheck
{
    private const long LargestFolderBytes = 30_000_000;

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
            .. catalogue.Prompts.Values.SelectMany(prompt => FactCheck.Of(prompt, today)),
            .. check._plan.AsParallel().AsOrdered().SelectMany(check.Recording),
            .. check.Sound(RecordingFolder.MusicPath(folder)),
            .. check.Strangers(),
            .. check.Size(),
        ];
    }

    private IEnumerable<Finding> Recording(PlannedRecording planned)
    {
        var path = RecordingFolder.PathOf(_folder, planned.Language, planned.Key);
        return File.Exists(path)
            ? [.. Sound(path), .. SoundCheck.Words(Relative(path), planned, RecordingNotes.At(path), _human.Find(planned.Language, planned.Key), Relative)]
            : Sound(path);
    }

    private IEnumerable<Finding> Sound(string path) => File.Exists(path)
        ? SoundCheck.Of(Relative(path), File.ReadAllBytes(path))
        : [SoundCheck.Missing(Relative(path))];

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
