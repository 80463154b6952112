using Infoline.Cases.Audit;
using Infoline.Cases.Stages;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.PhoneNetwork;
using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>A verified caller asks for the stage by text message.</summary>
public sealed class CaseTextMessageTests(CaseLine office) : IClassFixture<CaseLine>
{
    public static TheoryData<Language, string> Languages => new()
    {
        { Language.Polish, "Wizyta ustalona" },
        { Language.English, "Visit set" },
        { Language.Ukrainian, "Візит призначено" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task It_comes_in_the_callers_language_with_a_page_and_without_the_number_after_consent(Language language, string words)
    {
        var (caller, phone) = office.CallsFromPhone(Keys.ToCase(language) + Keys.Asking(Register.RunningNumber(CaseStage.VisitSet), Register.BirthDate) + "5");
        var number = caller.Call.From.Replace("+48", "", StringComparison.Ordinal);
        await caller.HearsSooner(office.Data.Prompt(language, "case.sms.consent", Keys.Values(("number", Spoken.Digits(number))))[0]);
        phone.Messages.ShouldBeEmpty();

        caller.Presses('1');
        await caller.HearsSooner(office.Data.Prompt(language, "case.sms.sent")[0]);
        await caller.HearsExactly([.. office.Data.Prompt(language, "case.another"), .. office.Data.Prompt(language, "keys.brief")]);
        await office.Line.Network.Passes(TimeSpan.FromSeconds(5));

        var text = phone.Messages.ShouldHaveSingleItem().Body;
        text.ShouldContain(words);
        text.ShouldEndWith("https://wsoic.lodzkie.eu/kontakt/");
        text.ShouldNotContain("505");
        (await ConsentsAsync(caller)).ShouldBe(["agreed"]);
        caller.HangsUp();
    }

    [Fact]
    public async Task Who_declines_gets_none_and_the_answer_is_noted()
    {
        var (caller, phone) = office.CallsFromPhone(Asking + "52");
        await caller.HearsSooner(Clip("case.sms.declined"));
        await office.Line.Network.Passes(TimeSpan.FromSeconds(5));

        phone.Messages.ShouldBeEmpty();
        (await ConsentsAsync(caller)).ShouldBe(["declined"]);
        caller.HangsUp();
    }

    [Theory]
    [InlineData("+48422001122")]
    [InlineData("anonymous")]
    public async Task A_number_that_receives_none_is_not_offered_one_and_the_key_says_why(string from)
    {
        var caller = office.Line.Dials(from);
        caller.Presses(Asking);
        await caller.HearsSooner(Clip("case.boundary"));
        await caller.HearsExactly([Clip("case.another"), .. office.Data.Prompt(Language.Polish, "keys.brief")]);

        caller.Presses('5');
        await caller.HearsSooner(Clip("case.sms.impossible"));
        caller.HangsUp();
    }

    [Fact]
    public async Task A_network_that_refuses_is_told_to_the_caller_who_can_go_on()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Settings = new Dictionary<string, string> { ["Hotline:Number"] = "+48420000000" } });
        await Register.ImportAsync(line);
        var caller = line.Dials();
        caller.Presses(Asking + "51");

        await caller.HearsSooner(Clip("case.sms.failed"));
        caller.Presses('9');
        await caller.HearsSooner(Clip("case.stage.opinions"));
    }

    [Fact]
    public void Each_stage_has_a_text_in_each_language_that_fits_four_messages()
    {
        var texts = new CaseTexts(Microsoft.Extensions.Options.Options.Create(new CaseTextOptions()));
        var all = LanguageCodes.All.SelectMany(language => CaseStages.All.Select(stage => (language, stage, Text: texts.Of(language, stage)))).ToList();

        foreach (var (language, stage, text) in all)
            new TextMessage("SM", "", "", text, default).Segments.ShouldBeLessThanOrEqualTo(4, $"{language} {stage}: {text.Length}");
        all.Select(each => each.Text).Distinct().Count().ShouldBe(all.Count);
    }

    private static string Asking => Keys.ToCase(Language.Polish) + Keys.Asking(Register.RunningNumber(CaseStage.Opinions), Register.BirthDate);

    private Clip Clip(string prompt) => office.Data.Prompt(Language.Polish, prompt)[0];

    private async Task<IEnumerable<string>> ConsentsAsync(Handset caller) =>
        (await office.Line.Part<CaseAudit>().ListAsync(new CaseAuditFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CallId: caller.Call.Sid), TestContext.Current.CancellationToken))
        .Where(row => row.Action is CaseAuditAction.SmsConsent).Select(row => row.Outcome);
}
