using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Recordings;

/// <summary>
/// A WAV file as it is: format, samples and the notes of its LIST INFO chunk.
/// Source: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and Microsoft, 1991), Resource Interchange File Format.
/// </summary>
/// <param name="Format">How the samples are coded.</param>
/// <param name="Data">The coded samples.</param>
/// <param name="Notes">What the file says about itself.</param>
/// <param name="SampleCount">How many samples there are; coded ones may be filled up to a whole block.</param>
internal sealed record WavFile(WavFormat Format, ReadOnlyMemory<byte> Data, IReadOnlyDictionary<string, string> Notes, int SampleCount)
{
    private static readonly Encoding Utf8 = Encoding.UTF8;

    /// <summary>How long it plays; zero when the format gives no rate.</summary>
    public TimeSpan Length => Format.SampleRate == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)SampleCount / Format.SampleRate);

    /// <summary>Reads any bytes: a file, or the reason why they are not one.</summary>
    public static WavReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 12 || !Is(bytes, 0, "RIFF") || !Is(bytes, 8, "WAVE"))
            return new WavReading.Broken("it is not a WAV file");

        WavFormat? format = null;
        ReadOnlyMemory<byte>? data = null;
        int? samples = null;
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 12;
        while (at + 8 <= bytes.Length)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(at + 4)..]);
            var start = at + 8;
            if (size > bytes.Length - start)
                return new WavReading.Broken($"it ends {size - (uint)(bytes.Length - start)} bytes too early");
            var chunk = bytes.Slice(start, (int)size);
            if (Is(bytes, at, "fmt "))
                format = WavFormat.Read(chunk.Span);
            else if (Is(bytes, at, "data"))
                data = chunk;
            else if (Is(bytes, at, "fact") && chunk.Length >= 4)
                samples = Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(chunk.Span));
            else if (Is(bytes, at, "LIST") && chunk.Length >= 4 && Is(chunk, 0, "INFO"))
                ReadNotes(chunk[4..], notes);

            // Chunks begin at even offsets.
            at = start + (int)size + ((int)size & 1);
        }

        return (format, data) switch
        {
            (null, _) => new WavReading.Broken("it does not say its format"),
            (_, null) => new WavReading.Broken("it has no audio"),
            _ => new WavReading.Readable(new WavFile(format, data.Value, notes, samples ?? format.SamplesIn(data.Value.Length))),
        };
    }

    /// <summary>The file's bytes, the same for the same content: no dates, no padding of chance.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var notes = NotesChunk();
        writer.Write("RIFF"u8);
        writer.Write(4 + 8 + Format.Size + 8 + 4 + 8 + notes.Length + 8 + Data.Length + (Data.Length & 1));
        writer.Write("WAVEfmt "u8);
        writer.Write(Format.Size);
        Format.Write(writer);

        // A format other than PCM carries the number of samples.
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(SampleCount);
        writer.Write("LIST"u8);
        writer.Write(notes.Length);
        writer.Write(notes);
        writer.Write("data"u8);
        writer.Write(Data.Length);
        writer.Write(Data.Span);
        if ((Data.Length & 1) == 1)
            writer.Write((byte)0);
        writer.Flush();
        return bytes.ToArray();
    }

    private static bool Is(ReadOnlyMemory<byte> bytes, int at, string id) =>
        bytes.Length >= at + 4 && bytes.Span[at] == id[0] && bytes.Span[at + 1] == id[1] && bytes.Span[at + 2] == id[2] && bytes.Span[at + 3] == id[3];

    private static void ReadNotes(ReadOnlyMemory<byte> list, Dictionary<string, string> notes)
    {
        var at = 0;
        while (at + 8 <= list.Length)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(list.Span[(at + 4)..]);
            if (size > list.Length - at - 8)
                return;
            notes[Encoding.ASCII.GetString(list.Span.Slice(at, 4))] = Utf8.GetString(list.Span.Slice(at + 8, (int)size)).TrimEnd('\0');
            at += 8 + (int)size + ((int)size & 1);
        }
    }

    private byte[] NotesChunk()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("INFO"u8);
        foreach (var (id, text) in Notes.OrderBy(note => note.Key, StringComparer.Ordinal))
        {
            var value = Utf8.GetBytes(text + '\0');
            writer.Write(Encoding.ASCII.GetBytes(id));
            writer.Write(value.Length);
            writer.Write(value);
            if ((value.Length & 1) == 1)
                writer.Write((byte)0);
        }

        writer.Flush();
        return bytes.ToArray();
    }
}

/// <summary>What came of reading bytes as WAV.</summary>
internal abstract record WavReading
{
    private WavReading()
    {
    }

    public sealed record Readable(WavFile File) : WavReading;

    /// <summary>Why the bytes are not a WAV file; reads on from "the file cannot be played: ".</summary>
    public sealed record Broken(string Reason) : WavReading;
}

/// <summary>The <c>fmt </c> chunk.</summary>
internal sealed record WavFormat(ushort Tag, ushort Channels, int SampleRate, int BytesPerSecond, ushort BlockAlign, ushort BitsPerSample, ushort SamplesPerBlock = 0)
{
    private const ushort LinearTag = 1;
    private const ushort MuLawTag = 7;
    private const ushort ImaAdpcmTag = 0x11;

    /// <summary>G.711 mu-law at 8 kHz, one channel: what telephone networks carry, so that nothing is converted on the way.</summary>
    public static WavFormat Telephone { get; } = new(MuLawTag, 1, 8000, 8000, 1, 8);

    /// <summary>IMA ADPCM at 8 kHz, one channel: half the size of <see cref="Telephone"/>, as synthetic voices are kept.</summary>
    public static WavFormat Packed { get; } =
        new(ImaAdpcmTag, 1, 8000, 8000 * ImaAdpcm.BlockBytes / ImaAdpcm.BlockSamples, ImaAdpcm.BlockBytes, 4, ImaAdpcm.BlockSamples);

    /// <summary>The bytes of the chunk.</summary>
    public int Size => SamplesPerBlock > 0 ? 20 : 18;

    /// <summary>Linear samples of 16 bits, one channel.</summary>
    public static WavFormat Linear(int sampleRate) => new(LinearTag, 1, sampleRate, sampleRate * 2, 2, 16);

    public static WavFormat? Read(ReadOnlySpan<byte> chunk) => chunk.Length < 16
        ? null
        : new WavFormat(
            BinaryPrimitives.ReadUInt16LittleEndian(chunk),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(chunk[4..])),
            Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(chunk[8..])),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]),
            chunk.Length >= 20 ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[18..]) : (ushort)0);

    /// <summary>How many samples so many bytes hold.</summary>
    public int SamplesIn(int bytes) => BlockAlign == 0 ? 0 : bytes / BlockAlign * Math.Max((ushort)1, SamplesPerBlock);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Tag);
        writer.Write(Channels);
        writer.Write(SampleRate);
        writer.Write(BytesPerSecond);
        writer.Write(BlockAlign);
        writer.Write(BitsPerSample);
        writer.Write((ushort)(SamplesPerBlock > 0 ? 2 : 0));
        if (SamplesPerBlock > 0)
            writer.Write(SamplesPerBlock);
    }

    /// <summary>For a message: "IMA ADPCM, 8000 Hz, 1 channel".</summary>
    public override string ToString()
    {
        var coding = Tag switch
        {
            LinearTag => $"linear {BitsPerSample} bit",
            MuLawTag => "mu-law",
            ImaAdpcmTag => "IMA ADPCM",
            _ => $"coding 0x{Tag:x4}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{coding}, {SampleRate} Hz, {Channels} {(Channels == 1 ? "channel" : "channels")}");
    }
}
