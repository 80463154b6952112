using Infoline.Prompts.Audio;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;
using Infoline.Prompts.Tests.Audio;
using Infoline.StandIns.Tests.Speech;
using Microsoft.CognitiveServices.Speech;

namespace Infoline.Prompts.Tests.Rendering;

/// <summary>Through the vendor's API and a real connection to Azure's REST interface on this machine.</summary>
public sealed class AzureVoiceTests
{
    [Fact]
    public async Task Neural_recordings_are_made_in_the_voice_of_each_language()
    {
        await using var azure = await StartAsync();
        azure.Audio = Spoken();
        using var folder = new RenderingFolder();

        await folder.RenderAsync(VoiceOf(azure));

        folder.Notes("uk/hello.wav").ShouldSatisfyAllConditions(
            notes => notes.Origin.ShouldBe(RecordingOrigin.Neural),
            notes => notes.Voice.ShouldStartWith("uk-UA-PolinaNeural"));
        folder.Findings("uk/hello").ShouldBeEmpty();
        var polish = azure.Heard.Single(document => document.Ssml.Contains("Dzień dobry."));
        polish.Format.ShouldBe("riff-8khz-8bit-mono-mulaw");
        polish.Ssml.ShouldContain("""xml:lang="pl-PL" """.Trim());
        polish.Ssml.ShouldContain("""<voice name="pl-PL-ZofiaNeural">""");
    }

    [Theory]
    [InlineData(401, "Azure Speech does not accept the key; check AZURE_SPEECH_KEY and that AZURE_SPEECH_REGION is the key's region.")]
    [InlineData(429, "Azure Speech has had too many requests on this key; what is rendered is kept, run the command again in a minute.")]
    [InlineData(504, "Azure Speech did not answer in time; what is rendered is kept, run the command again.")]
    [InlineData(500, "Azure Speech refused a text (ServiceError): 500 Internal Server Error")]
    public async Task Refusal_stops_with_one_sentence_that_says_what_to_do(int status, string expected)
    {
        await using var azure = await StartAsync();
        azure.Status = status;
        using var folder = new RenderingFolder();

        var failure = await Should.ThrowAsync<RenderException>(() => folder.RenderAsync(VoiceOf(azure)));

        failure.Message.ShouldBe(expected);
    }

    [Fact]
    public async Task Audio_in_another_form_is_refused()
    {
        await using var azure = await StartAsync();
        azure.Audio = "RIFF"u8.ToArray();

        var failure = await Should.ThrowAsync<RenderException>(() => VoiceOf(azure).SpeakAsync(Language.Polish, "Tak", TestContext.Current.CancellationToken));

        failure.Message.ShouldBe("Azure Speech sent audio in another form than was asked for.");
    }

    [Fact]
    public void Environment_sets_the_voice_up_or_is_told_what_it_lacks()
    {
        AzureVoice.FromEnvironment(Environment()).ShouldBeNull();
        AzureVoice.FromEnvironment(Environment(("AZURE_SPEECH_KEY", "k"), ("AZURE_SPEECH_REGION", "westeurope"))).ShouldNotBeNull();
        Should.Throw<RenderException>(() => AzureVoice.FromEnvironment(Environment(("AZURE_SPEECH_KEY", "k")))).Message.ShouldContain("AZURE_SPEECH_REGION is not");
        Should.Throw<RenderException>(() => AzureVoice.FromEnvironment(Environment(("AZURE_SPEECH_KEY", "k"), ("AZURE_SPEECH_HOST", "here")))).Message.ShouldContain("AZURE_SPEECH_HOST is not an address");
    }

    /// <summary>The official library speaks to the service over web sockets, which this one does not.</summary>
    private static Task<AzureSpeechService> StartAsync()
    {
        Assert.SkipWhen(typeof(SpeechConfig).Assembly.GetName().Name == "Microsoft.CognitiveServices.Speech.csharp", "the official library speaks to the service over web sockets");
        return AzureSpeechService.StartAsync();
    }

    private static AzureVoice VoiceOf(AzureSpeechService azure) => new(SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key));

    private static byte[] Spoken()
    {
        short[] samples = [.. Tones.Silence(0.5), .. Tones.Sine(1, 0.2), .. Tones.Silence(0.5)];
        return new WavFile(WavFormat.Telephone, MuLaw.Encode(samples), new Dictionary<string, string>(StringComparer.Ordinal), samples.Length).ToBytes();
    }

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
