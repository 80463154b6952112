namespace Infoline.Prompts.Catalogue;

/// <summary>The texts of <c>recordings/</c>: prompts, the sources of their facts, and how a synthetic voice reads odd words.</summary>
internal sealed record PromptCatalogue(
    IReadOnlyDictionary<PromptKey, Prompt> Prompts,
    IReadOnlyDictionary<string, FactSource> Sources,
    IReadOnlyDictionary<Language, Pronunciation> Pronunciations)
{
    /// <summary>Reads the folder as far as it can be read, with every fault found on the way.</summary>
    public static (PromptCatalogue Catalogue, IReadOnlyList<ContentFault> Faults) Read(string folder)
    {
        var faults = new List<ContentFault>();
        var sources = ReadFile(folder, "sources.yaml", faults, SourceReader.Read) ?? [];
        var pronunciations = ReadFile(folder, "pronunciation.yaml", faults, PronunciationReader.Read) ?? [];
        var prompts = new Dictionary<PromptKey, Prompt>();
        foreach (var file in PromptFiles(folder, faults))
        {
            var list = new FaultList(file);
            foreach (var prompt in ReadFile(folder, file, list, value => PromptReader.Read(value, sources, list)) ?? [])
            {
                if (!prompts.TryAdd(prompt.Key, prompt))
                    list.Add(prompt.Line, $"the key '{prompt.Key}' is already in {prompts[prompt.Key].File}:{prompts[prompt.Key].Line}", "give one of the two another key");
            }

            faults.AddRange(list.Faults.OrderBy(fault => fault.Line));
        }

        faults.AddRange(Collisions(prompts));
        return (new PromptCatalogue(prompts, sources, pronunciations), faults);
    }

    /// <summary>The words that a synthetic voice reads for a text in this language.</summary>
    public string Pronounce(Language language, string text) =>
        Pronunciations.TryGetValue(language, out var pronunciation) ? pronunciation.Apply(text) : text;

    /// <summary>The segments of a text with placeholders are recorded as key.1, key.2 and so on: no prompt may have such a key.</summary>
    private static IEnumerable<ContentFault> Collisions(Dictionary<PromptKey, Prompt> prompts) =>
        from prompt in prompts.Values
        from name in LanguageCodes.All.SelectMany(language => RecordingKeys.All(prompt, language)).Distinct(StringComparer.Ordinal)
        where PromptKey.TryParse(name, out var key) && key != prompt.Key && prompts.ContainsKey(key)
        let other = prompts[PromptKey.Of(name)]
        select new ContentFault(other.File, other.Line, $"the key '{name}' is taken by a segment of '{prompt.Key}'", "give the prompt a key that does not end in a number");

    private static List<string> PromptFiles(string folder, List<ContentFault> faults)
    {
        var prompts = Path.Combine(folder, "prompts");
        if (Directory.Exists(prompts))
            return [.. Directory.EnumerateFiles(prompts, "*.yaml").Order(StringComparer.Ordinal).Select(path => "prompts/" + Path.GetFileName(path))];
        faults.Add(new ContentFault("prompts", 0, $"there is no such folder in {folder}", "name the folder that holds prompts/, like recordings"));
        return [];
    }

    private static T? ReadFile<T>(string folder, string file, List<ContentFault> faults, Func<YamlValue, FaultList, T> read)
    {
        if (!File.Exists(Path.Combine(folder, file)))
            return default;
        var list = new FaultList(file);
        var result = ReadFile(folder, file, list, value => read(value, list));
        faults.AddRange(list.Faults.OrderBy(fault => fault.Line));
        return result;
    }

    private static T? ReadFile<T>(string folder, string file, FaultList faults, Func<YamlValue, T> read)
    {
        try
        {
            return YamlReader.Read(File.ReadAllText(Path.Combine(folder, file)), faults) is { } value ? read(value) : default;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, $"the file cannot be opened ({unreadable.Message})", "let the program read it");
            return default;
        }
    }
}
