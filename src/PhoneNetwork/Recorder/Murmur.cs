namespace Infoline.PhoneNetwork;

/// <summary>Sounds that have no audio of their own: signals of the network, keys, and a murmur where somebody speaks words that only the captions hold.</summary>
internal static class Murmur
{
    private const double Loud = 6000;
    private const double Soft = 1500;

    private static readonly int[] Rows = [697, 770, 852, 941];
    private static readonly int[] Columns = [1209, 1336, 1477, 1633];

    /// <summary>The sample of a sound at a time since it began.</summary>
    public static double At(Heard sound, double seconds) => sound switch
    {
        // The ringing tone of Polish networks: 425 Hz, one second on and four off.
        Tone { Kind: ToneKind.Ringing } => seconds % 5 < 1 ? Sine(425, seconds, Loud) : 0,
        Tone { Kind: ToneKind.Beep } => Sine(1000, seconds, Loud),
        Tone => Sine(((int)(seconds * 2) % 4) switch { 0 => 262, 1 => 330, 2 => 392, _ => 330 }, seconds, Soft),
        Tones tones => Key(tones, seconds),
        Spoke => Sine(180, seconds, Soft * Syllable(seconds)),
        _ => Sine(240, seconds, Soft * Syllable(seconds)),
    };

    private static double Syllable(double seconds) => 0.5 + (0.5 * Math.Sin(2 * Math.PI * 3 * seconds));

    private static double Sine(double hertz, double seconds, double amplitude) => amplitude * Math.Sin(2 * Math.PI * hertz * seconds);

    private static double Key(Tones tones, double seconds)
    {
        var each = tones.Length.TotalSeconds / Math.Max(tones.Digits.Length, 1);
        var index = (int)(seconds / each);
        var place = index < tones.Digits.Length ? "123A456B789C*0#D".IndexOf(tones.Digits[index], StringComparison.Ordinal) : -1;
        return place < 0 || seconds % each > each * 0.7 ? 0 : Sine(Rows[place / 4], seconds, Loud / 2) + Sine(Columns[place % 4], seconds, Loud / 2);
    }
}
