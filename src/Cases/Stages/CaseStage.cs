namespace Infoline.Cases.Stages;

/// <summary>
/// The stages of a case, as voivodeship offices name them. None of them says how a decision turned out: that is delivered in
/// writing and never told by telephone.
/// </summary>
public enum CaseStage
{
    /// <summary>The application is in the system (złożenie wniosku, rejestracja).</summary>
    Submitted,

    /// <summary>The formal side is being checked (analiza braków formalnych).</summary>
    FormalCheck,

    /// <summary>Something formal is missing and a letter says what (wezwanie do uzupełnienia braków formalnych).</summary>
    FormalDefects,

    /// <summary>The fee is missing (wezwanie do uzupełnienia opłaty).</summary>
    FeeMissing,

    /// <summary>The applicant is called in person for fingerprints (wezwanie do złożenia odcisków linii papilarnych).</summary>
    FingerprintsSummons,

    /// <summary>The visit for fingerprints is set (ustalona wizyta na biometrię).</summary>
    VisitSet,

    /// <summary>The application is formally complete (pozytywna weryfikacja formalna, wszczęcie postępowania).</summary>
    FormallyComplete,

    /// <summary>Other services were asked for opinions (opiniowanie wniosku).</summary>
    Opinions,

    /// <summary>The evidence is being examined (analiza materiału dowodowego).</summary>
    Evidence,

    /// <summary>A letter asks for documents or explanations (wezwanie).</summary>
    Summons,

    /// <summary>A decision is being prepared (projekt rozstrzygnięcia).</summary>
    DraftDecision,

    /// <summary>The application was left without consideration (wniosek pozostawiony bez rozpoznania).</summary>
    LeftUnexamined,

    /// <summary>A decision was issued (decyzja wydana).</summary>
    DecisionIssued,

    /// <summary>The card is in production (karta w produkcji).</summary>
    CardProduction,

    /// <summary>The card can be collected (karta do odbioru).</summary>
    CardReady,

    /// <summary>An appeal is under way (odwołanie).</summary>
    Appeal,

    /// <summary>The proceedings are suspended (zawieszone).</summary>
    Suspended,

    /// <summary>The proceedings are discontinued (umorzone).</summary>
    Discontinued,

    /// <summary>The application was returned (zwrot wniosku).</summary>
    Returned,
}

/// <summary>The stable names of stages: in the database, in files of import, and behind <c>case.stage.</c> in the keys of recordings.</summary>
public static class CaseStages
{
    private static readonly Dictionary<CaseStage, (string Name, string[] Polish)> Words = new()
    {
        [CaseStage.Submitted] = ("submitted", ["złożenie wniosku", "rejestracja", "wniosek zarejestrowany"]),
        [CaseStage.FormalCheck] = ("formal-check", ["analiza braków formalnych"]),
        [CaseStage.FormalDefects] = ("formal-defects", ["wezwanie do uzupełnienia braków formalnych"]),
        [CaseStage.FeeMissing] = ("fee-missing", ["wezwanie do uzupełnienia opłaty"]),
        [CaseStage.FingerprintsSummons] = ("fingerprints-summons", ["wezwanie do złożenia odcisków linii papilarnych"]),
        [CaseStage.VisitSet] = ("visit-set", ["ustalona wizyta na biometrię"]),
        [CaseStage.FormallyComplete] = ("formally-complete", ["pozytywna weryfikacja formalna", "wszczęcie postępowania"]),
        [CaseStage.Opinions] = ("opinions", ["opiniowanie wniosku"]),
        [CaseStage.Evidence] = ("evidence", ["analiza materiału dowodowego"]),
        [CaseStage.Summons] = ("summons", ["wezwanie"]),
        [CaseStage.DraftDecision] = ("draft-decision", ["projekt rozstrzygnięcia"]),
        [CaseStage.LeftUnexamined] = ("left-unexamined", ["wniosek pozostawiony bez rozpoznania", "pozostawienie bez rozpoznania"]),
        [CaseStage.DecisionIssued] = ("decision-issued", ["decyzja wydana", "wydanie decyzji"]),
        [CaseStage.CardProduction] = ("card-production", ["karta w produkcji"]),
        [CaseStage.CardReady] = ("card-ready", ["karta do odbioru"]),
        [CaseStage.Appeal] = ("appeal", ["odwołanie"]),
        [CaseStage.Suspended] = ("suspended", ["zawieszone", "zawieszenie postępowania"]),
        [CaseStage.Discontinued] = ("discontinued", ["umorzone", "umorzenie postępowania"]),
        [CaseStage.Returned] = ("returned", ["zwrot wniosku"]),
    };

    private static readonly Dictionary<string, CaseStage> ByWord = Words
        .SelectMany(each => each.Value.Polish.Append(each.Value.Name).Select(word => (word, each.Key)))
        .ToDictionary(each => each.word, each => each.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All stages in the order in which a case may pass them.</summary>
    public static IReadOnlyList<CaseStage> All { get; } = Enum.GetValues<CaseStage>();

    /// <summary>The stable name, such as <c>formal-check</c>.</summary>
    public static string Name(this CaseStage stage) => Words[stage].Name;

    /// <summary>The key of the recording that explains the stage, such as <c>case.stage.formal-check</c>.</summary>
    public static string PromptKey(this CaseStage stage) => $"case.stage.{stage.Name()}";

    /// <summary>Reads a stable name or the Polish name that offices use; false for any other text.</summary>
    public static bool TryParse(string? text, out CaseStage stage) => ByWord.TryGetValue(text?.Trim() ?? "", out stage);
}
