using Infoline.Prompts;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A folder of recordings in which some prompts are plain tones, so that ears can tell them apart.</summary>
internal sealed class Recordings : IDisposable
{
    private const int SampleRate = 8000;

    private Recordings(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The texts of the line, without any of its recordings.</summary>
    public static Recordings OfTexts()
    {
        var copy = new Recordings(Directory.CreateTempSubdirectory("infoline-recordings-").FullName);
        foreach (var file in Directory.EnumerateFiles(OfTheLine, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".xml"))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(OfTheLine, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public static string OfTheLine
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no folder recordings above the tests.");
            return Path.Combine(folder.FullName, "recordings");
        }
    }

    /// <summary>Records a prompt as a tone.</summary>
    public Recordings Tone(string prompt, Language language, double hertz, double seconds)
    {
        var path = Path.Combine(Folder, language.Code(), prompt + ".wav");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Tone(hertz, seconds));
        return this;
    }

    /// <summary>A tone as the telephone network plays it: 8 kHz, mono, mu-law WAV.</summary>
    public static byte[] Tone(double hertz, double seconds) =>
        Wave([.. Enumerable.Range(0, (int)(seconds * SampleRate)).Select(i => MuLaw(Math.Sin(2 * Math.PI * hertz * i / SampleRate) * 0.4))]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>ITU-T G.711: sign, exponent and mantissa of the biased magnitude, all bits inverted.</summary>
    private static byte MuLaw(double sample)
    {
        var value = (int)(sample * 32767);
        var magnitude = Math.Min(Math.Abs(value), 32635) + 132;
        var exponent = 7;
        for (var mask = 0x4000; exponent > 0 && (magnitude & mask) == 0; mask >>= 1)
            exponent--;
        return (byte)~((value < 0 ? 0x80 : 0) | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0F));
    }

    private static byte[] Wave(byte[] samples)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(50 + samples.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(18);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(SampleRate);
        writer.Write(SampleRate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write((short)0);
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(samples.Length);
        writer.Write("data"u8);
        writer.Write(samples.Length);
        writer.Write(samples);
        return bytes.ToArray();
    }
}
