namespace Infoline.Cases.Limits;

/// <summary>How many look-ups may fail before further ones pause, under <c>Cases:Limits</c>. Found cases do not count.</summary>
public sealed class LimitOptions
{
    /// <summary>In one call.</summary>
    public int Call { get; set; } = 3;

    /// <summary>By one caller's number within 24 hours.</summary>
    public int Caller { get; set; } = 10;

    /// <summary>By all callers who withhold their number, together, within 24 hours.</summary>
    public int Withheld { get; set; } = 60;

    /// <summary>For one case number within 24 hours, whoever calls and whether or not there is such a case.</summary>
    public int Case { get; set; } = 6;

    /// <summary>On the whole line within 10 minutes.</summary>
    public int Line { get; set; } = 100;

    internal IEnumerable<(string Key, int Value)> All =>
        [(nameof(Call), Call), (nameof(Caller), Caller), (nameof(Withheld), Withheld), (nameof(Case), Case), (nameof(Line), Line)];
}
