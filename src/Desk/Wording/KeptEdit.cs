using System.Text.Json;
using System.Text.Json.Serialization;
using Infoline.Prompts;

namespace Infoline.Desk.Wording;

/// <summary>The texts of a prompt as the database keeps them. Sounds are kept beside it.</summary>
/// <param name="Texts">The texts by the codes of their languages.</param>
public sealed record KeptEdit(IReadOnlyDictionary<string, KeptText> Texts)
{
    /// <summary>The texts of a prompt without any recording of an editor.</summary>
    public static KeptEdit Of(Prompt prompt) => new(LanguageCodes.All.ToDictionary(language => language.Code(), language => new KeptText(prompt.Text(language), []), StringComparer.Ordinal));

    internal static KeptEdit Read(string json) => JsonSerializer.Deserialize(json, WordingJson.Default.KeptEdit) ?? throw new JsonException("A draft is empty.");

    internal string Write() => JsonSerializer.Serialize(this, WordingJson.Default.KeptEdit);

    /// <summary>The words in a language; empty where there are none yet.</summary>
    public string Words(Language language) => Texts.TryGetValue(language.Code(), out var text) ? text.Words : "";

    /// <summary>The recordings that were made for a language.</summary>
    public IReadOnlyList<KeptSound> Sounds(Language language) => Texts.TryGetValue(language.Code(), out var text) ? text.Sounds : [];

    /// <summary>The same with other words in one language.</summary>
    public KeptEdit Saying(Language language, string words) => With(language, new KeptText(words.Trim(), Sounds(language)));

    /// <summary>The same with another recording; the one that it had under this key goes.</summary>
    public KeptEdit Spoken(Language language, KeptSound sound) => With(
        language,
        new KeptText(Words(language), [.. Sounds(language).Where(other => !string.Equals(other.Key, sound.Key, StringComparison.Ordinal)), sound]));

    /// <summary>Whether a caller would hear the same.</summary>
    public bool IsSameAs(KeptEdit other) => LanguageCodes.All.All(language =>
        string.Equals(Words(language), other.Words(language), StringComparison.Ordinal) && Sounds(language).SequenceEqual(other.Sounds(language)));

    /// <summary>The edit as it takes force.</summary>
    /// <param name="sounds">The sounds that could be found, by their hashes.</param>
    public PromptEdit ToEdit(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sounds) => new(LanguageCodes.All.ToDictionary(
        language => language,
        language => new EditedText(
            Words(language),
            Sounds(language).Where(sound => sounds.ContainsKey(sound.Hash)).ToDictionary(sound => sound.Key, sound => new PromptSound(sound.Hash, sound.Says, sounds[sound.Hash]), StringComparer.Ordinal))));

    private KeptEdit With(Language language, KeptText text) => new(new Dictionary<string, KeptText>(Texts, StringComparer.Ordinal) { [language.Code()] = text });
}

/// <summary>A text with the recordings that were made for it.</summary>
/// <param name="Words">What is said.</param>
/// <param name="Sounds">The recordings.</param>
public sealed record KeptText(string Words, IReadOnlyList<KeptSound> Sounds);

/// <summary>A recording of a text or of a segment of it.</summary>
/// <param name="Key">The name of the recording.</param>
/// <param name="Hash">The hash of its bytes.</param>
/// <param name="Says">The words that it says.</param>
public sealed record KeptSound(string Key, string Hash, string Says);

/// <summary>How texts are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptEdit))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, KeptEdit>))]
internal sealed partial class WordingJson : JsonSerializerContext;
