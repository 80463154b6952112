using System.Buffers.Binary;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Listening
{
    private const int Header = 58;

    [Fact]
    public async Task A_call_can_be_listened_to_with_captions()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", "<Pause length=\"2\"/><Play>/tone.wav</Play><Say>Goodbye</Say>")
            .Answers("/tone.wav", _ => Microsoft.AspNetCore.Http.Results.Bytes(Tone(3), "audio/wav"));
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.IsHungUp();
        var audio = network.Listen(caller.Call);

        audio.Length.TotalSeconds.ShouldBe(6, 0.01);
        Level(audio, 0, 2).ShouldBe(0);
        Level(audio, 2, 5).ShouldBe(8000 * 2 / Math.PI, 200);
        Level(audio, 5.1, 5.9).ShouldBeGreaterThan(100);
        audio.Captions.ShouldStartWith("WEBVTT");
        audio.Captions.ShouldContain("00:00:02.000 --> 00:00:05.000\n[tone]");
        audio.Captions.ShouldContain("00:00:05.000 --> 00:00:06.000\nGoodbye");
    }

    [Fact]
    public async Task What_a_key_interrupted_is_not_heard_on()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Gather action="/next" numDigits="1"><Play>/tone.wav</Play></Gather>""").Answers("/next", "<Pause length=\"5\"/>")
            .Answers("/tone.wav", _ => Microsoft.AspNetCore.Http.Results.Bytes(Tone(60), "audio/wav"));
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("tone");
        await network.Passes(TimeSpan.FromSeconds(3));
        caller.Presses('1');
        await caller.IsHungUp();
        var audio = network.Listen(caller.Call);

        audio.Length.TotalSeconds.ShouldBe(8, 0.01);
        Level(audio, 0, 3).ShouldBeGreaterThan(4000);
        Level(audio, 3.01, 8).ShouldBe(0);
    }

    [Fact]
    public async Task A_recording_holds_what_was_said_but_not_what_was_said_in_its_pause()
    {
        await using var office = await Office.OpensAsync();
        office.Answers("/voice", """<Say>Welcome</Say><Pause length="600"/>""");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var caller = network.Dial("+48600100200");
        await caller.Hears("Welcome");
        await network.Passes(TimeSpan.FromSeconds(5));

        var started = await api.Post($"Calls/{caller.Call.Sid}/Recordings.json");
        caller.Speaks("This may be kept");
        await network.Passes(TimeSpan.FromSeconds(5));
        await api.Post($"Calls/{caller.Call.Sid}/Recordings/Twilio.CURRENT.json", ("Status", "paused"));
        caller.Speaks("This may not");
        await network.Passes(TimeSpan.FromSeconds(5));
        await api.Post($"Calls/{caller.Call.Sid}/Recordings/{started["sid"]}.json", ("Status", "stopped"));
        var audio = new CallAudio(await api.Bytes($"Recordings/{started["sid"]}.wav"), "", TimeSpan.Zero);

        audio.Wave.Length.ShouldBe(Header + (5 * 8000));
        Level(audio, 0, 1).ShouldBeGreaterThan(100);
        Level(audio, 2, 5).ShouldBe(0);
    }

    [Fact]
    public void Mu_law_keeps_every_code()
    {
        for (var code = 0; code < 256; code++)
        {
            var sample = MuLaw.Decode((byte)code);
            MuLaw.Decode(MuLaw.Encode(sample)).ShouldBe(sample);
        }
    }

    private static double Level(CallAudio audio, double from, double to)
    {
        var samples = audio.Wave.Span[Header..];
        var sum = 0.0;
        var (first, last) = ((int)(from * 8000), (int)(to * 8000));
        for (var i = first; i < last; i++)
            sum += Math.Abs((int)MuLaw.Decode(samples[i]));
        return sum / (last - first);
    }

    /// <summary>A sine of amplitude 8000 as 16-bit PCM, 16000 samples a second.</summary>
    private static byte[] Tone(int seconds)
    {
        var data = new byte[seconds * 32_000];
        for (var i = 0; i < data.Length / 2; i++)
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), (short)(8000 * Math.Sin(2 * Math.PI * 440 * i / 16_000)));
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(16_000);
        writer.Write(32_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return bytes.ToArray();
    }
}
