using Infoline.Cases.Audit;
using Infoline.Cases.Stages;
using Infoline.Desk.Accounts;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Routing;
using ConsultantProfile = Infoline.Routing.ConsultantProfile;
using SpokenLanguage = Infoline.Routing.SpokenLanguage;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>A caller asks for the stage of a case by keys.</summary>
public sealed class CaseStatusTests(CaseLine office) : IClassFixture<CaseLine>
{
    private static readonly Dictionary<string, Spoken> Since = Keys.Values(("date", Spoken.Date(new DateOnly(2026, 1, 5))));

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    public static MatrixTheoryData<Language, CaseStage> Stages => new(LanguageCodes.All, CaseStages.All);

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_verified_caller_hears_the_stage_and_what_belongs_to_it_from_recordings(Language language, CaseStage stage)
    {
        var told = Telling(language, stage).ToList();

        var caller = office.Calls(Keys.ToCase(language) + Keys.Asking(Register.RunningNumber(stage), Register.BirthDate));

        await caller.HearsSooner(told[0]);
        await caller.HearsExactly(told.Skip(1));
        if (stage is CaseStage.CardReady)
        {
            await caller.HearsExactly(office.Data.Prompt(language, "case.card.place"));
            (await caller.Hears("pokój 2")).ShouldBeOfType<Said>().Language.ShouldBe("pl-PL");
        }

        await caller.HearsExactly(Closing(language));
        caller.Heard.OfType<Said>().Count().ShouldBe(stage is CaseStage.CardReady ? 1 : 0);
        caller.HangsUp();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_caller_is_led_from_the_menu_to_the_stage_by_recordings_alone(Language language)
    {
        var caller = office.Calls(Keys.ToCase(language)[..1]);
        await caller.HearsSooner(office.Data.Prompt(language, "welcome.status")[0]);
        caller.Presses('6');
        await caller.HearsSooner(office.Data.Prompt(language, "case.intro")[0]);
        await caller.HearsExactly(office.Data.Prompt(language, "case.number.ask"));
        caller.Presses("0500#");
        await caller.HearsExactly(office.Data.Prompt(language, "case.year.ask"));
        caller.Presses("2026");
        await caller.HearsExactly(office.Data.Prompt(language, "case.birth.ask"));
        caller.Presses(Register.BirthDate);
        await caller.HearsExactly(ReadBack(language, "500"));
        caller.Presses('1');
        await caller.HearsExactly(office.Data.Prompt(language, "case.stage.submitted"));

        caller.Heard.OfType<Said>().ShouldBeEmpty();
        caller.HangsUp();
    }

    [Fact]
    public async Task All_digits_of_the_whole_number_in_a_row_are_understood()
    {
        var caller = office.Calls(Keys.ToCase(Language.English) + "61515012026#" + Register.BirthDate);
        await caller.HearsSooner(ReadBack(Language.English, "6151501")[0]);
        caller.Presses('1');

        await caller.HearsSooner(office.Data.Prompt(Language.English, "case.stage.formal-check")[0]);
        caller.HangsUp();
    }

    [Theory]
    [InlineData(Register.BirthDate, "case.stage.opinions")]
    [InlineData(Register.BirthDateOfOther, "case.stage.evidence")]
    public async Task Where_two_cases_share_the_keys_the_date_of_birth_decides(string born, string stage)
    {
        var caller = office.Calls(Keys.ToCase(Language.Polish) + Keys.Asking(Register.Shared, born));

        await caller.HearsSooner(office.Data.Prompt(Language.Polish, stage)[0]);
        caller.HangsUp();
    }

    [Theory]
    [InlineData("#", "case.number.where")]
    [InlineData("00#", "case.number.too-short")]
    [InlineData("123456735#", "case.number.too-long")]
    [InlineData("2026#", "case.number.year-alone")]
    [InlineData("12345609#", "case.number.old-style")]
    [InlineData("12345678901234567890#", "case.number.receipt")]
    [InlineData("501#2031", "case.year.wrong", "case.year.ask")]
    [InlineData("501#2009", "case.number.old-style")]
    [InlineData("501#202631021990", "case.birth.wrong", "case.birth.ask")]
    [InlineData("501#202605032027", "case.birth.wrong", "case.birth.ask")]
    public async Task Wrong_keys_are_answered_with_the_recording_that_helps_and_the_question_again(string keys, string help, string question = "case.number.ask")
    {
        var caller = office.Calls(Keys.ToCase(Language.Ukrainian) + keys);

        await caller.HearsSooner(office.Data.Prompt(Language.Ukrainian, help)[0]);
        await caller.HearsExactly(office.Data.Prompt(Language.Ukrainian, question));
        caller.HangsUp();
    }

    [Fact]
    public async Task What_looks_like_a_year_is_a_number_when_it_is_keyed_again()
    {
        var caller = office.Calls(Keys.ToCase(Language.Polish) + "2026#2026#");

        await caller.HearsSooner(office.Data.Prompt(Language.Polish, "case.year.ask")[0]);
        caller.HangsUp();
    }

    [Fact]
    public async Task A_caller_goes_back_a_question_corrects_hears_again_and_asks_for_another_case()
    {
        var caller = office.Calls(Keys.ToCase(Language.Polish) + "501#");
        await caller.HearsSooner(Clip("case.year.ask"));
        caller.Presses('*');
        await caller.HearsSooner(Clip("case.number.ask"));
        caller.Presses($"502#2026{Register.BirthDate}");
        await caller.HearsSooner(ReadBack(Language.Polish, "502")[0]);
        caller.Presses('#');
        await caller.HearsSooner(ReadBack(Language.Polish, "502")[0]);
        caller.Presses('2');
        await caller.HearsSooner(Clip("case.number.ask"));
        caller.Presses(Keys.Asking(503, Register.BirthDate));
        await caller.HearsSooner(Clip("case.stage.fee-missing"));
        caller.Presses('9');
        await caller.HearsSooner(Clip("case.stage.fee-missing"));
        caller.Presses('8');
        await caller.HearsSooner(office.Data.Prompt(Language.Polish, "wrong-key", Keys.Values(("key", Spoken.Digits("8"))))[^1]);
        await caller.HearsSooner(Clip("case.another"));
        caller.Presses('1');
        await caller.HearsSooner(Clip("case.number.ask"));
        caller.Presses('*');
        await caller.HearsSooner(office.Data.Node(Language.Polish, office.Data.Menu.Start)[0]);
        caller.HangsUp();
    }

    [Fact]
    public async Task A_silent_caller_is_helped_twice_and_then_led_to_a_consultant()
    {
        var caller = office.Calls(Keys.ToCase(Language.Polish));
        await caller.HearsSooner(Clip("case.number.ask"));

        await caller.HearsExactly([Clip("case.number.where"), Clip("case.number.ask"), Clip("case.number.where"), Clip("case.number.ask")]);
        await caller.HearsExactly([Clip("no-input.consultant")]);
        caller.HangsUp();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_wrong_number_and_a_wrong_date_sound_the_same_and_the_third_failure_offers_a_consultant(Language language)
    {
        var (wrongNumber, wrongDate) = (Keys.Asking(4_999, Register.BirthDate), Keys.Asking(501, Register.BirthDateOfOther));
        var caller = office.Calls(Keys.ToCase(language) + wrongNumber);
        await caller.HearsSooner(office.Data.Prompt(language, "case.no-match")[0]);
        await caller.HearsExactly(office.Data.Prompt(language, "case.number.ask"));
        caller.Presses(wrongDate);
        await caller.HearsSooner(office.Data.Prompt(language, "case.no-match")[0]);
        await caller.HearsExactly(office.Data.Prompt(language, "case.number.ask"));

        caller.Presses(wrongNumber);
        await caller.HearsSooner(office.Data.Prompt(language, "case.paused")[0]);
        await caller.HearsExactly(office.Data.Prompt(language, "keys.brief"));
        caller.Presses('0');
        await caller.HearsSooner(office.Data.Prompt(language, "queue.refused.nobody")[0]);
        caller.Presses("*");
        await caller.HearsSooner(office.Data.Prompt(language, "case.number.ask")[0]);
        caller.Presses(Keys.Asking(501, Register.BirthDate));
        await caller.HearsSooner(office.Data.Prompt(language, "case.paused")[0]);

        (await AuditAsync(caller)).ShouldBe(["no-match", "no-match", "no-match", "paused:call"]);
        caller.HangsUp();
    }

    [Fact]
    public async Task The_verified_case_rides_with_the_call_and_only_then()
    {
        var caller = office.Calls(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDateOfOther));
        await caller.HearsSooner(Clip("case.no-match"));
        (await NotesAsync(caller)).ShouldNotContainKey("case");

        caller.Presses(Keys.Asking(501, Register.BirthDate));
        await caller.HearsSooner(Clip("case.stage.formal-check"));

        var id = long.Parse((await NotesAsync(caller))["case"], System.Globalization.CultureInfo.InvariantCulture);
        var desk = await office.Line.Part<Infoline.Cases.Desk.CaseDesk>().OpenVerifiedAsync("demo", caller.Call.Sid, id, TestContext.Current.CancellationToken);
        desk.ShouldNotBeNull().Case.Number.ShouldBe("WSC-II-S.6151.501.2026");
        caller.HangsUp();
    }

    [Fact]
    public async Task A_verified_caller_who_goes_on_to_a_consultant_is_seen_with_the_case_and_the_look_is_in_the_audit_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new CaseLine();
        await own.InitializeAsync();
        var device = own.Line.Network.Device("client:demo_clerk");
        await own.Line.Consultants.SignInAsync(
            new ConsultantProfile(ConsultantId.Parse("demo-clerk"), "Demo", [new SpokenLanguage(LanguageCode.Parse("pl"), 5)], device.Address), Availability.Available, reason: "", cancel);
        var caller = own.Calls(Keys.ToCase(Language.Polish) + Keys.Asking(501, Register.BirthDate));
        await caller.HearsSooner(Clip("case.stage.formal-check"));
        caller.Presses('0');
        await device.Rings();

        var desk = AccountId.Parse("demo-clerk");
        var seen = (await own.Line.Conversations.FindAsync(desk, cancel)).ShouldNotBeNull();
        await own.Line.Conversations.FindAsync(desk, cancel);

        seen.Case.ShouldNotBeNull().Case.Number.ShouldBe("WSC-II-S.6151.501.2026");
        var audit = await own.Line.Part<CaseAudit>().ListAsync(new CaseAuditFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CallId: caller.Call.Sid), cancel);
        audit.Count(row => row.Outcome == "verified").ShouldBe(1);
    }

    private Clip Clip(string prompt) => office.Data.Prompt(Language.Polish, prompt)[0];

    private IReadOnlyList<Clip> ReadBack(Language language, string running) =>
    [
        .. office.Data.Prompt(language, "case.number.read-back", Keys.Values(("number", Spoken.Digits(running)), ("year", Spoken.Digits("2026")))),
        .. office.Data.Prompt(language, "case.birth.read-back", Keys.Values(("day", Spoken.Digits("05")), ("month", Spoken.Digits("03")), ("year", Spoken.Digits("1990")))),
        .. office.Data.Prompt(language, "case.confirm"),
    ];

    /// <summary>The sentences about a case of <see cref="Register"/>, without the place of the card.</summary>
    private IEnumerable<Clip> Telling(Language language, CaseStage stage)
    {
        var missing = new[] { "case.missing.photograph", "case.missing.passport" };
        (string, Dictionary<string, Spoken>?)[] own = stage switch
        {
            CaseStage.FormalDefects or CaseStage.FeeMissing or CaseStage.FingerprintsSummons =>
                [.. missing.Select(key => (key, default(Dictionary<string, Spoken>))), ("case.answer.until", Keys.Values(("date", Spoken.Date(new DateOnly(2026, 1, 30)))))],
            CaseStage.Summons =>
                [.. missing.Select(key => (key, default(Dictionary<string, Spoken>))), ("case.answer.until-passed", Keys.Values(("date", Spoken.Date(new DateOnly(2026, 1, 9)))))],
            CaseStage.VisitSet =>
                [("case.visit.set", Keys.Values(("weekday", Spoken.Weekday(DayOfWeek.Tuesday)), ("date", Spoken.Date(new DateOnly(2026, 1, 20))), ("time", Spoken.Time(new TimeOnly(9, 30)))))],
            CaseStage.CardReady => [("case.card.from", Keys.Values(("date", Spoken.Date(new DateOnly(2026, 1, 15)))))],
            _ => [],
        };
        return [.. office.Data.Prompt(language, stage.PromptKey()), .. office.Data.Prompt(language, "case.stage.since", Since), .. own.SelectMany(line => office.Data.Prompt(language, line.Item1, line.Item2))];
    }

    private IEnumerable<Clip> Closing(Language language) =>
        ((string[])["case.boundary", "case.sms.offer", "case.another", "keys.brief"]).SelectMany(key => office.Data.Prompt(language, key));

    private async Task<IEnumerable<string>> AuditAsync(Handset caller) =>
        (await office.Line.Part<CaseAudit>().ListAsync(new CaseAuditFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CallId: caller.Call.Sid), TestContext.Current.CancellationToken))
        .Reverse().Select(row => row.Outcome);

    private Task<IReadOnlyDictionary<string, string>> NotesAsync(Handset caller) =>
        office.Line.Part<CallNotes>().OfAsync(CallId.Parse(caller.Call.Sid), TestContext.Current.CancellationToken);
}
