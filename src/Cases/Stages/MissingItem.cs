namespace Infoline.Cases.Stages;

/// <summary>The kinds of things that an application may lack. The kind may be told by telephone, the content may not.</summary>
public enum MissingItem
{
    /// <summary>The signature.</summary>
    Signature,

    /// <summary>The photograph.</summary>
    Photograph,

    /// <summary>The copy of the passport.</summary>
    Passport,

    /// <summary>The annex from the employer or university.</summary>
    Annex,

    /// <summary>The stamp duty.</summary>
    StampDuty,

    /// <summary>The fee for the card.</summary>
    CardFee,

    /// <summary>Proof of insurance.</summary>
    Insurance,

    /// <summary>Proof of income.</summary>
    Income,

    /// <summary>Proof of the dwelling.</summary>
    Dwelling,

    /// <summary>A sworn translation.</summary>
    Translation,

    /// <summary>Documents that the letter lists.</summary>
    Documents,
}

/// <summary>The stable names of missing items: in the database, in files of import, and behind <c>case.missing.</c> in the keys of recordings.</summary>
public static class MissingItems
{
    private static readonly Dictionary<MissingItem, string> Names = new()
    {
        [MissingItem.Signature] = "signature",
        [MissingItem.Photograph] = "photograph",
        [MissingItem.Passport] = "passport",
        [MissingItem.Annex] = "annex",
        [MissingItem.StampDuty] = "stamp-duty",
        [MissingItem.CardFee] = "card-fee",
        [MissingItem.Insurance] = "insurance",
        [MissingItem.Income] = "income",
        [MissingItem.Dwelling] = "dwelling",
        [MissingItem.Translation] = "translation",
        [MissingItem.Documents] = "documents",
    };

    private static readonly Dictionary<string, MissingItem> ByName = Names.ToDictionary(each => each.Value, each => each.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All items in the order in which they are told.</summary>
    public static IReadOnlyList<MissingItem> All { get; } = Enum.GetValues<MissingItem>();

    /// <summary>The stable name, such as <c>stamp-duty</c>.</summary>
    public static string Name(this MissingItem item) => Names[item];

    /// <summary>The key of the recording that names it, such as <c>case.missing.stamp-duty</c>.</summary>
    public static string PromptKey(this MissingItem item) => $"case.missing.{item.Name()}";

    /// <summary>Reads names with commas between them; false, with the first word that is none, for any other text.</summary>
    public static bool TryParseList(string? text, out IReadOnlyList<MissingItem> items, out string? unknown)
    {
        var words = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        unknown = Array.Find(words, word => !ByName.ContainsKey(word));
        items = unknown is null ? [.. words.Select(word => ByName[word]).Distinct().Order()] : [];
        return unknown is null;
    }

    /// <summary>The names with commas between them.</summary>
    public static string Join(IEnumerable<MissingItem> items) => string.Join(',', items.Select(Name));
}
