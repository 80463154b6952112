using Infoline.Prompts.Audio;

namespace Infoline.Prompts.Recordings;

/// <summary>
/// The two forms in which recordings rest on disk: mu-law for people's voices, the half-sized IMA ADPCM for synthetic ones,
/// which are many and will be replaced. Every caller hears mu-law.
/// </summary>
internal static class StoredSound
{
    /// <summary>The form in which a voice of this origin is kept.</summary>
    public static WavFile Pack(Sound sound, RecordingNotes notes) => notes.Origin == RecordingOrigin.Human
        ? new WavFile(WavFormat.Telephone, MuLaw.Encode(sound.Samples), notes.Write(), sound.Samples.Length)
        : new WavFile(WavFormat.Packed, ImaAdpcm.Encode(sound.Samples), notes.Write(), sound.Samples.Length);

    /// <summary>Whether a recording may have this form.</summary>
    public static bool Has(WavFormat format) => format == WavFormat.Telephone || format == WavFormat.Packed;

    /// <summary>The sound of a file; null when its form is not one that a recording may have.</summary>
    public static Sound? Unpack(WavFile file)
    {
        if (file.Format == WavFormat.Telephone)
            return new Sound(MuLaw.Decode(file.Data.Span));
        return file.Format == WavFormat.Packed ? new Sound(ImaAdpcm.Decode(file.Data.Span, file.SampleCount)) : null;
    }

    /// <summary>The bytes that the network fetches: mu-law WAV without our notes. Null when the file is not a recording.</summary>
    public static byte[]? ForTheNetwork(ReadOnlyMemory<byte> bytes)
    {
        if (WavFile.Read(bytes) is not WavReading.Readable { File: var file } || Unpack(file) is not { } sound)
            return null;
        var coded = file.Format == WavFormat.Telephone ? file.Data : MuLaw.Encode(sound.Samples);
        return new WavFile(WavFormat.Telephone, coded, new Dictionary<string, string>(StringComparer.Ordinal), coded.Length).ToBytes();
    }
}
