using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests;

public sealed class MissingRecordingTests : IDisposable
{
    private readonly RecordedContent _content = new();

    public static TheoryData<Language, string> Voices => new()
    {
        { Language.Polish, "Polly.Ola-Neural" },
        { Language.English, "Polly.Amy-Neural" },
        { Language.Ukrainian, "Google.uk-UA-Standard-A" },
    };

    public void Dispose() => _content.Dispose();

    [Theory]
    [MemberData(nameof(Voices))]
    public async Task The_same_words_are_said_in_the_language_and_its_voice_and_the_log_tells_once(Language language, string voice)
    {
        File.Delete(_content.PathOf(language, "fees.paying"));
        await using var line = await Line.OpensAsync(_content);

        for (var call = 0; call < 2; call++)
        {
            var said = await HearsHowToPay(line, language);
            (said.Language, said.Voice).ShouldBe((language.Tag(), voice));
        }

        line.Log.Named("RecordingMissing").ShouldBe([$"No recording of fees.paying in {language.Code()}: its text is said by a synthetic voice"]);
    }

    [Fact]
    public async Task A_recording_that_vanishes_while_the_line_runs_is_said_within_half_a_minute()
    {
        await using var line = await Line.OpensAsync(_content);
        var first = line.Dials();
        first.Presses("2133");
        (await first.Hears("fees.paying")).ShouldBeOfType<Played>();
        first.HangsUp();
        await first.IsHungUp();

        File.Delete(_content.PathOf(Language.English, "fees.paying"));
        await line.Network.Passes(TimeSpan.FromSeconds(31));

        await HearsHowToPay(line, Language.English);
        line.Log.Named("RecordingMissing").Count.ShouldBe(1);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recording_that_is_asked_for_in_vain_is_said_from_then_on()
    {
        await using var line = await Line.OpensAsync(_content);
        using var http = new HttpClient();
        var cancellation = TestContext.Current.CancellationToken;
        var first = line.Dials();
        first.Presses("2133");
        var played = (await first.Hears("fees.paying")).ShouldBeOfType<Played>();
        File.Delete(_content.PathOf(Language.English, "fees.paying"));

        (await http.GetAsync(played.Url, cancellation)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        await HearsHowToPay(line, Language.English);
    }

    private async Task<Said> HearsHowToPay(Line line, Language language)
    {
        var caller = line.Dials();
        caller.Presses($"{1 + LanguageCodes.All.ToList().IndexOf(language)}133");
        var words = new MenuData(_content.Folder).Prompt(language, "fees.paying")[0].Text;
        var said = (await caller.Hears(heard => heard is Said said && said.Text == words || heard is Played { Name: "fees.paying" }, "how to pay")).ShouldBeOfType<Said>();
        caller.HangsUp();
        await caller.IsHungUp();
        return said;
    }
}
