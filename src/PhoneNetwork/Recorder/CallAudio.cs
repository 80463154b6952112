using System.Globalization;
using System.Text;

namespace Infoline.PhoneNetwork;

/// <summary>What a call sounded like.</summary>
/// <param name="Wave">A WAV file: mu-law, 8000 samples a second, one channel.</param>
/// <param name="Captions">What was played, said and pressed, and when, as WebVTT.</param>
/// <param name="Length">How long it is.</param>
public sealed record CallAudio(ReadOnlyMemory<byte> Wave, string Captions, TimeSpan Length)
{
    /// <summary>Writes the sound to a <c>.wav</c> file and the captions beside it to a <c>.vtt</c> file.</summary>
    public async Task SaveAsync(string path, CancellationToken cancel = default)
    {
        await File.WriteAllBytesAsync(path, Wave, cancel);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".vtt"), Captions, cancel);
    }

    /// <summary>Renders a call, or those parts of its time that are given.</summary>
    internal static CallAudio Of(Call call, DateTimeOffset now, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)>? parts = null)
    {
        var sounds = call.Soundtrack.Entries;
        List<short> samples = [];
        var captions = new StringBuilder("WEBVTT\n");
        foreach (var (from, to) in parts ?? [(call.CreatedAt, call.EndedAt ?? now)])
        {
            var before = TimeSpan.FromSeconds(samples.Count / (double)ClipSamples.Rate);
            var mix = new int[(int)((to - from).TotalSeconds * ClipSamples.Rate)];
            for (var i = 0; i < sounds.Count; i++)
            {
                var end = EndOf(sounds, i, to);
                if (end <= from || sounds[i].Sound.At >= to)
                    continue;
                Mix(sounds[i], mix, from, end);
                Caption(sounds[i].Sound, before, from, end, captions);
            }

            samples.AddRange(mix.Select(sample => (short)Math.Clamp(sample, short.MinValue, short.MaxValue)));
        }

        return new CallAudio(WaveOf(samples), captions.ToString(), TimeSpan.FromSeconds(samples.Count / (double)ClipSamples.Rate));
    }

    /// <summary>A sound ends when it is over or interrupted; one without a length of its own, when the next begins.</summary>
    private static DateTimeOffset EndOf(IReadOnlyList<SoundtrackEntry> sounds, int index, DateTimeOffset last)
    {
        var entry = sounds[index];
        var end = entry.Sound.Length > TimeSpan.Zero ? entry.Sound.At + entry.Sound.Length
            : sounds.Skip(index + 1).FirstOrDefault(next => next.Sound is not Spoke)?.Sound.At ?? last;
        return entry.StoppedAt < end ? entry.StoppedAt.Value : end;
    }

    private static void Mix(SoundtrackEntry entry, int[] mix, DateTimeOffset from, DateTimeOffset end)
    {
        var clip = entry.Clip is null ? null : ClipSamples.Of(entry.Clip);
        var begin = (int)((entry.Sound.At - from).TotalSeconds * ClipSamples.Rate);
        var stop = Math.Min((int)((end - from).TotalSeconds * ClipSamples.Rate), mix.Length);
        for (var at = Math.Max(begin, 0); at < stop; at++)
        {
            var place = at - begin;
            mix[at] += clip is null ? (int)Murmur.At(entry.Sound, place / (double)ClipSamples.Rate) : place < clip.Length ? clip[place] : 0;
        }
    }

    private static void Caption(Heard sound, TimeSpan before, DateTimeOffset from, DateTimeOffset end, StringBuilder captions)
    {
        var text = sound switch
        {
            Played played => $"[{played.Name}]",
            Said said => said.Text,
            Spoke spoke => $"- {spoke.Text}",
            Tones tones => $"[keys {tones.Digits}]",
            Tone tone => $"[{tone.ToString()["hears ".Length..]}]",
            _ => null,
        };
        if (text is null)
            return;
        var start = sound.At < from ? TimeSpan.Zero : sound.At - from;
        captions.Append(CultureInfo.InvariantCulture, $"\n{before + start:hh\\:mm\\:ss\\.fff} --> {before + (end - from):hh\\:mm\\:ss\\.fff}\n{text.ReplaceLineEndings(" ")}\n");
    }

    private static byte[] WaveOf(List<short> samples)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(50 + samples.Count + (samples.Count & 1));
        writer.Write("WAVEfmt "u8);
        writer.Write(18);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(ClipSamples.Rate);
        writer.Write(ClipSamples.Rate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write((short)0);
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(samples.Count);
        writer.Write("data"u8);
        writer.Write(samples.Count);
        foreach (var sample in samples)
            writer.Write(MuLaw.Encode(sample));
        if ((samples.Count & 1) == 1)
            writer.Write((byte)0);
        return bytes.ToArray();
    }
}
