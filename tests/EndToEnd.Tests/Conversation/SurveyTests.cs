using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>The consultant has hung up and the caller is still there: a few questions, each by one key.</summary>
public sealed class SurveyTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly ConsultantId Consultant = ConsultantId.Parse("demo-consultant");
    private static readonly Dictionary<string, string> ThreeQuestions = new(StringComparer.Ordinal) { ["Conversations:Survey"] = "solved, clear, wait" };
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_caller_answers_three_questions_by_keys_and_supervisors_see_what_was_answered(Language language)
    {
        await using var line = await OpensAsync(ThreeQuestions);
        var caller = await HasTalkedAsync(line, language);

        await caller.HearsWhole(Prompts(language, "call.ended", "survey.offer.3"));
        caller.Presses('1');
        await caller.HearsExactly(Prompts(language, "survey.scale", "survey.question.solved"));
        caller.Presses('5');
        await caller.HearsExactly(Prompts(language, "survey.question.clear"));
        caller.Presses('4');
        await caller.HearsExactly(Prompts(language, "survey.question.wait"));
        caller.Presses('1');
        await caller.HearsExactly(Prompts(language, "survey.thanks", "keys.brief"));
        caller.Presses('#');
        await caller.HearsSooner(_data.Node(language, _data.Menu.Start)[0]);
        caller.HangsUp();

        (await AnswersAsync(line, caller, answers: 3)).ShouldBe([("solved", 5), ("clear", 4), ("wait", 1)], ignoreOrder: true);
        var day = OfficeTime.DayOf(line.Network.Clock.GetUtcNow());
        (await line.Part<CallStatistics>().SurveyAsync(FigurePeriod.Days(day, day), Cancel))
            .Select(each => (each.Name, each.Answers, each.Mean)).ShouldBe([("clear", 1, 4.0), ("solved", 1, 5.0), ("wait", 1, 1.0)]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_and_silence_repeat_a_question_once_and_then_leave_it_out()
    {
        await using var line = await OpensAsync(ThreeQuestions);
        var caller = await BeginsToAnswerAsync(line, Language.Polish);

        caller.Presses('8');
        await caller.HearsExactly(Prompts(Language.Polish, "survey.scale", "survey.question.solved"));
        await caller.HearsExactly(Prompts(Language.Polish, "survey.question.clear"));
        await caller.HearsExactly(Prompts(Language.Polish, "survey.scale", "survey.question.clear"));
        caller.Presses('7');
        await caller.HearsExactly(Prompts(Language.Polish, "survey.question.wait"));
        caller.Presses('3');
        await caller.HearsExactly(Prompts(Language.Polish, "survey.thanks", "keys.brief"));
        caller.HangsUp();

        (await AnswersAsync(line, caller, answers: 1)).ShouldBe([("wait", 3)]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_goes_back_hears_a_question_again_and_changes_the_answer_until_0_leads_to_a_consultant()
    {
        await using var line = await OpensAsync(ThreeQuestions);
        var caller = await BeginsToAnswerAsync(line, Language.English);

        caller.Presses('2');
        await caller.HearsExactly(Prompts(Language.English, "survey.question.clear"));
        caller.Presses('9');
        await caller.HearsExactly(Prompts(Language.English, "survey.scale", "survey.question.clear"));
        caller.Presses('*');
        await caller.HearsExactly(Prompts(Language.English, "survey.scale", "survey.question.solved"));
        caller.Presses('4');
        await caller.HearsExactly(Prompts(Language.English, "survey.question.clear"));
        caller.Presses('0');
        await caller.HearsSooner(_data.Prompt(Language.English, "queue.joined")[0]);
        caller.HangsUp();

        (await AnswersAsync(line, caller, answers: 1, which: answer => answer.Answer == 4)).ShouldBe([("solved", 4)]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_answered_before_hanging_up_is_kept()
    {
        await using var line = await OpensAsync(ThreeQuestions);
        var caller = await BeginsToAnswerAsync(line, Language.Ukrainian);
        caller.Presses('3');
        await caller.HearsExactly(Prompts(Language.Ukrainian, "survey.question.clear"));

        caller.HangsUp();

        (await AnswersAsync(line, caller, answers: 1)).ShouldBe([("solved", 3)]);
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_want_to_answer_goes_on_as_ever_and_is_not_asked_again_in_the_same_call()
    {
        await using var line = await OpensAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["Conversations:Survey:0"] = "solved" });
        var device = line.Network.Device("client:demo_consultant");
        var caller = await HasTalkedAsync(line, Language.Polish);
        await caller.HearsWhole(Prompts(Language.Polish, "call.ended", "survey.offer.1"));

        await caller.HearsWhole(_data.Shorter(Language.Polish, _data.Menu.Start));
        caller.Presses('0');
        var again = await device.Rings();
        again.Answers();
        await caller.IsConnectedWith(again);
        await ConversationScene.HangsUpAtDeskAsync(line, Consultant.Value);

        await caller.HearsWhole(Prompts(Language.Polish, "call.ended", "keys.brief"));
        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_asked_anything_unless_the_office_wants_it()
    {
        await using var line = await OpensAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        var caller = await HasTalkedAsync(line, Language.Polish);

        await caller.HearsWhole(Prompts(Language.Polish, "call.ended", "keys.brief"));
        caller.Presses('1');

        await caller.HearsSooner(_data.Node(Language.Polish, _data.Target(_data.Menu.Start.Choices.Single(choice => choice.Key == '1')))[0]);
        caller.Recordings.ShouldAllBe(name => !name.StartsWith("survey.", StringComparison.Ordinal));
        line.Network.Faults.ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Line> OpensAsync(IReadOnlyDictionary<string, string> settings) => Line.OpensAsync(new LineSetup { Content = content, Settings = settings });

    private IReadOnlyList<Clip> Prompts(Language language, params IEnumerable<string> keys) => [.. keys.SelectMany(key => _data.Prompt(language, key))];

    /// <summary>A caller who has talked, takes the offer and hears the first question.</summary>
    private async Task<Handset> BeginsToAnswerAsync(Line line, Language language)
    {
        var caller = await HasTalkedAsync(line, language);
        await caller.HearsSooner(_data.Prompt(language, "survey.offer.3")[0]);
        caller.Presses('1');
        await caller.HearsExactly(Prompts(language, "survey.scale", "survey.question.solved"));
        return caller;
    }

    /// <summary>A caller who has talked, and whose consultant has hung up.</summary>
    private static async Task<Handset> HasTalkedAsync(Line line, Language language)
    {
        var device = await ConversationScene.SignsInAsync(line, Consultant.Value, [language.Code()]);
        var (caller, _) = await ConversationScene.TalkAsync(line, device, $"{1 + LanguageCodes.All.ToList().IndexOf(language)}0");
        await ConversationScene.HangsUpAtDeskAsync(line, Consultant.Value);
        return caller;
    }

    /// <summary>The answers in the record, as soon as so many of them have come there.</summary>
    private static async Task<IReadOnlyList<(string Question, int Answer)>> AnswersAsync(Line line, Handset caller, int answers, Func<SurveyAnswered, bool>? which = null)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await line.Records.FindAsync(caller.Call.Sid, Cancel) is var (_, events)
                && events.OfType<Ended>().Any()
                && events.OfType<SurveyAnswered>().Count(which ?? (_ => true)) >= answers)
                return [.. events.OfType<SurveyAnswered>().Select(each => (each.Question, each.Answer))];
            await line.Network.Passes(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("There is no whole record of the call after 200 seconds.");
    }
}
