using System.Globalization;

namespace Infoline.Prompts.Catalogue;

/// <summary>Reads the prompts of one file of <c>prompts/</c>.</summary>
internal sealed class PromptReader
{
    private static readonly string[] Codes = [.. LanguageCodes.All.Select(language => language.Code())];

    private readonly IReadOnlyDictionary<string, FactSource> _sources;
    private readonly FaultList _faults;

    private PromptReader(IReadOnlyDictionary<string, FactSource> sources, FaultList faults)
    {
        _sources = sources;
        _faults = faults;
    }

    /// <summary>Every prompt that could be read; what could not is in the list of faults.</summary>
    public static List<Prompt> Read(YamlValue root, IReadOnlyDictionary<string, FactSource> sources, FaultList faults)
    {
        var reader = new PromptReader(sources, faults);
        var prompts = new List<Prompt>();
        if (Fields.Of(root, faults, "the file") is not { } file)
            return prompts;
        file.AllowOnly("prompts");
        switch (file.Find("prompts")?.Value)
        {
            case YamlList list:
                prompts.AddRange(list.Items.Select(reader.ReadPrompt).OfType<Prompt>());
                break;
            case var other:
                faults.Add(other?.Line ?? root.Line, "there is no list of prompts", "write 'prompts:' and below it '- key: ...' for each prompt");
                break;
        }

        return prompts;
    }

    private Prompt? ReadPrompt(YamlValue value)
    {
        if (Fields.Of(value, _faults, "a prompt") is not { } fields)
            return null;
        fields.AllowOnly(["key", "speaker", "facts", "needs-agreement", "spoken", .. Codes]);
        var facts = ReadFacts(fields);
        var written = ReadTexts(fields);
        var spoken = ReadSpoken(fields, written);
        CheckPlaceholdersAgree(fields, written);
        var name = fields.Text("key");
        if (!PromptKey.TryParse(name, out var key) || key.ToString().StartsWith(PieceKeys, StringComparison.Ordinal))
        {
            _faults.Add(
                fields.Find("key")?.Line ?? fields.Line,
                name is null ? "the prompt has no key" : $"'{name}' is not a key",
                $"write lower-case words joined by dots and hyphens, like fees.stamp-duty, not beginning with '{PieceKeys}'");
            return null;
        }

        if (written.Count < LanguageCodes.All.Count)
            return null;
        return new Prompt(key, _faults.File, fields.Line, written, spoken)
        {
            Speaker = Filled(fields, "speaker"),
            NeedsAgreement = Filled(fields, "needs-agreement"),
            Facts = facts,
        };
    }

    /// <summary>Keys that belong to the grammar.</summary>
    private const string PieceKeys = "piece.";

    private string? Filled(Fields fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text.Trim();
        _faults.Add(fields.Find(name)!.Line, $"'{name}' is empty", "write it, or remove the line");
        return null;
    }

    private Dictionary<Language, Template> ReadTexts(Fields fields)
    {
        var texts = new Dictionary<Language, Template>();
        foreach (var language in LanguageCodes.All)
        {
            var text = fields.Text(language.Code());
            if (string.IsNullOrWhiteSpace(text))
            {
                var key = fields.Find("key")?.Value is YamlText name ? $"'{name.Value}'" : "the prompt";
                _faults.Add(fields.Find(language.Code())?.Line ?? fields.Line, TextProblem.Missing, "", $"{key} has no text in {language} ({language.Code()})", $"write '{language.Code()}: ' and the text");
            }
            else if (Template.Read(text, fields.Find(language.Code())!.Line, _faults) is { } template)
            {
                texts.Add(language, template);
            }
        }

        return texts;
    }

    private Dictionary<Language, Template> ReadSpoken(Fields fields, Dictionary<Language, Template> written)
    {
        var spoken = new Dictionary<Language, Template>();
        if (fields.Find("spoken") is not { } entry || Fields.Of(entry.Value, _faults, "'spoken'") is not { } texts)
            return spoken;
        texts.AllowOnly(Codes);
        foreach (var language in LanguageCodes.All)
        {
            if (texts.Text(language.Code()) is not { } text || Template.Read(text, texts.Find(language.Code())!.Line, _faults) is not { } template)
                continue;
            if (!written.TryGetValue(language, out var original) || SameShape(original, template))
                spoken.Add(language, template);
            else
                _faults.Add(texts.Find(language.Code())!.Line, $"'spoken' in {language} has other placeholders than the text", "keep the placeholders of the text, in its order and places");
        }

        return spoken;
    }

    private static bool SameShape(Template original, Template spoken) =>
        original.Parts.Count == spoken.Parts.Count
        && original.Parts.Zip(spoken.Parts).All(pair => pair.First is Placeholder ? pair.First with { MarksAfter = "" } == pair.Second with { MarksAfter = "" } : pair.Second is Segment);

    private void CheckPlaceholdersAgree(Fields fields, Dictionary<Language, Template> written)
    {
        foreach (var (language, problem, placeholder) in PlaceholderRules.Differences(written))
        {
            var (words, remedy) = problem switch
            {
                TextProblem.NotInPolish => ($"the placeholder {{{placeholder}}} is in {language} but not in Polish", "use the same names and kinds in every language"),
                TextProblem.OnlyInPolish => ($"the placeholder {{{placeholder}}} is in Polish but not in {language}", "use the same names and kinds in every language"),
                _ => ($"the placeholder '{placeholder}' has two kinds", "give each its own name"),
            };
            _faults.Add(fields.Find(language.Code())!.Line, problem, placeholder, words, remedy);
        }
    }

    private List<Fact> ReadFacts(Fields fields)
    {
        var facts = new List<Fact>();
        switch (fields.Find("facts"))
        {
            case null:
                break;
            case { Value: YamlList list }:
                facts.AddRange(list.Items.Select(ReadFact).OfType<Fact>());
                break;
            case var entry:
                _faults.Add(entry.Line, "'facts' should be a list", "write '- source: [S1]' below it");
                break;
        }

        return facts;
    }

    private Fact? ReadFact(YamlValue value)
    {
        if (Fields.Of(value, _faults, "a fact") is not { } fields)
            return null;
        fields.AllowOnly("source", "certainty", "holds-until");
        var sources = ReadSources(fields);
        Certainty? certainty = fields.Text("certainty") switch
        {
            "high" => Certainty.High,
            "medium" => Certainty.Medium,
            _ => null,
        };
        if (certainty is null)
            _faults.Add(fields.Find("certainty")?.Line ?? fields.Line, "the fact does not say how certain it is", "write 'certainty: high' or 'certainty: medium'; a fact less certain is not recorded");
        var dated = DateOnly.TryParseExact(fields.Text("holds-until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until);
        if (!dated)
            _faults.Add(fields.Find("holds-until")?.Line ?? fields.Line, "the fact does not say until when it holds", "write 'holds-until: ' and a day like 2027-03-04");
        return certainty is { } sure && dated ? new Fact(sources, sure, until, fields.Line) : null;
    }

    private List<string> ReadSources(Fields fields)
    {
        List<YamlText> ids = fields.Find("source")?.Value switch
        {
            YamlText text => [text],
            YamlList list => [.. list.Items.OfType<YamlText>()],
            _ => [],
        };
        if (ids.Count == 0)
            _faults.Add(fields.Find("source")?.Line ?? fields.Line, "the fact names no source", "write 'source: [S1]' with ids of sources.yaml");
        foreach (var id in ids.Where(id => !_sources.ContainsKey(id.Value)))
            _faults.Add(id.Line, $"the source '{id.Value}' is not in sources.yaml", "add it there, or correct the id");
        return [.. ids.Select(id => id.Value)];
    }
}
