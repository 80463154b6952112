namespace Infoline.Prompts.Hours;

/// <summary>
/// The hours by which the line answers now: the shipped ones until those of an editor take their place, with the next document and
/// without a restart. They stay in memory, so callers are answered by the last known ones whatever happens to their source.
/// </summary>
/// <param name="shipped">What the folder of recordings says.</param>
public sealed class HoursInForce(OpeningHours shipped)
{
    private volatile OpeningHours _current = shipped;

    /// <summary>What the folder of recordings says.</summary>
    public OpeningHours Shipped { get; } = shipped;

    /// <summary>What holds now.</summary>
    public OpeningHours Current => _current;

    /// <summary>From now on these hold.</summary>
    public void Use(OpeningHours hours) => _current = hours;
}
