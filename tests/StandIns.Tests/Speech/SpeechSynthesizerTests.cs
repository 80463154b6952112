using System.Xml.Linq;
using Microsoft.CognitiveServices.Speech;

namespace Infoline.StandIns.Tests.Speech;

public sealed class SpeechSynthesizerTests
{
    private const string Ssml = """<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="pl-PL"><voice name="pl-PL-ZofiaNeural">Dzień dobry</voice></speak>""";

    [Fact]
    public async Task Document_goes_out_as_it_is_and_audio_comes_back_in_the_form_asked_for()
    {
        await using var azure = await StartAsync();
        azure.Audio = [1, 2, 3];
        var config = SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key);
        config.SetSpeechSynthesisOutputFormat(SpeechSynthesisOutputFormat.Riff8Khz8BitMonoMULaw);
        using var synthesizer = new SpeechSynthesizer(config, null);

        using var result = await synthesizer.SpeakSsmlAsync(Ssml);

        result.Reason.ShouldBe(ResultReason.SynthesizingAudioCompleted);
        result.AudioData.ShouldBe([1, 2, 3]);
        azure.Heard.ShouldHaveSingleItem().ShouldBe((Ssml, "riff-8khz-8bit-mono-mulaw"));
    }

    [Fact]
    public async Task Plain_text_is_spoken_in_the_voice_of_the_configuration()
    {
        await using var azure = await StartAsync();
        var config = SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key);
        config.SpeechSynthesisVoiceName = "en-GB-SoniaNeural";
        using var synthesizer = new SpeechSynthesizer(config, null);

        using var result = await synthesizer.SpeakTextAsync("5 < 6 & so on");

        result.Reason.ShouldBe(ResultReason.SynthesizingAudioCompleted);
        var document = XElement.Parse(azure.Heard.Single().Ssml);
        document.Value.ShouldBe("5 < 6 & so on");
        document.Elements().Single().Attribute("name")!.Value.ShouldBe("en-GB-SoniaNeural");
    }

    [Fact]
    public async Task One_token_serves_many_texts()
    {
        await using var azure = await StartAsync();
        var config = SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key);

        for (var text = 0; text < 3; text++)
        {
            using var synthesizer = new SpeechSynthesizer(config, null);
            using var result = await synthesizer.SpeakSsmlAsync(Ssml);
        }

        azure.Heard.Count.ShouldBe(3);
        azure.TokensIssued.ShouldBe(1);
    }

    [Theory]
    [InlineData(400, CancellationErrorCode.BadRequest)]
    [InlineData(403, CancellationErrorCode.Forbidden)]
    [InlineData(429, CancellationErrorCode.TooManyRequests)]
    [InlineData(502, CancellationErrorCode.ServiceError)]
    [InlineData(503, CancellationErrorCode.ServiceUnavailable)]
    [InlineData(504, CancellationErrorCode.ServiceTimeout)]
    public async Task Refusal_is_a_cancelled_result_with_its_kind(int status, CancellationErrorCode expected)
    {
        await using var azure = await StartAsync();
        azure.Status = status;

        var details = await RefusalAsync(SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key));

        details.ErrorCode.ShouldBe(expected);
        details.Reason.ShouldBe(CancellationReason.Error);
        details.ErrorDetails.ShouldStartWith(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Wrong_key_is_an_authentication_failure()
    {
        await using var azure = await StartAsync();

        (await RefusalAsync(SpeechConfig.FromHost(azure.Address, "wrong-key"))).ErrorCode.ShouldBe(CancellationErrorCode.AuthenticationFailure);
        azure.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Service_that_is_silent_is_given_up()
    {
        await using var azure = await StartAsync();
        azure.Hangs = true;
        var config = SpeechConfig.FromHost(azure.Address, AzureSpeechService.Key);
        config.SetProperty(PropertyId.SpeechSynthesis_FrameTimeoutInterval, "300");

        (await RefusalAsync(config)).ErrorCode.ShouldBe(CancellationErrorCode.ServiceTimeout);
    }

    [Fact]
    public async Task Service_that_is_not_there_is_a_connection_failure()
    {
        Uri address;
        await using (var azure = await StartAsync())
            address = azure.Address;

        (await RefusalAsync(SpeechConfig.FromHost(address, AzureSpeechService.Key))).ErrorCode.ShouldBe(CancellationErrorCode.ConnectionFailure);
    }

    [Fact]
    public void Key_and_region_are_needed()
    {
        Should.Throw<ArgumentException>(() => SpeechConfig.FromSubscription("", "westeurope"));
        Should.Throw<ArgumentException>(() => SpeechConfig.FromSubscription("key", ""));
        SpeechConfig.FromSubscription("key", "westeurope").Region.ShouldBe("westeurope");
    }

    /// <summary>The official library speaks another protocol, which this service does not.</summary>
    private static Task<AzureSpeechService> StartAsync()
    {
        Assert.SkipWhen(Vendor.IsOfficial, "the official library speaks to the service over web sockets");
        return AzureSpeechService.StartAsync();
    }

    private static async Task<SpeechSynthesisCancellationDetails> RefusalAsync(SpeechConfig config)
    {
        using var synthesizer = new SpeechSynthesizer(config, null);
        using var result = await synthesizer.SpeakSsmlAsync(Ssml);
        result.Reason.ShouldBe(ResultReason.Canceled);
        return SpeechSynthesisCancellationDetails.FromResult(result);
    }
}
