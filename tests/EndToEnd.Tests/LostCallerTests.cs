using Infoline.EndToEnd.Tests.Lines;
using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests;

public sealed class LostCallerTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private static readonly DateTimeOffset Night = new(2026, 1, 12, 21, 0, 0, TimeSpan.Zero);
    private readonly MenuData _data = new(content.Folder);

    public static TheoryData<Language> Languages => new(LanguageCodes.All);

    [Fact]
    public async Task A_caller_who_chooses_no_language_hears_the_greeting_three_times_and_then_that_Polish_is_spoken()
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();

        await caller.HearsExactly([.. _data.Greeting, .. _data.Greeting, .. _data.Greeting]);
        await caller.HearsExactly([.. _data.Prompt(Language.Polish, "greeting.default"), .. _data.Welcome(Language.Polish)]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_silent_caller_hears_the_choices_twice_again_shorter_and_is_then_offered_help(Language language)
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Start = Night });
        var caller = line.Dials();
        caller.Presses($"{Key(language)}1");
        var list = _data.Menu.Find("apply")!;
        await caller.HearsSooner(_data.Node(language, list)[^1]);

        await caller.HearsExactly([.. _data.Shorter(language, list), .. _data.Shorter(language, list)]);
        await caller.HearsExactly(BackOnTuesday(language));
        await caller.HearsExactly([.. _data.Prompt(language, "callback.offer.closed"), .. _data.Prompt(language, "queue.key.callback")]);

        caller.Presses('#');
        await caller.HearsSooner(_data.Node(language, _data.Menu.Start)[0]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_wrong_key_is_named_and_the_choices_follow_shorter(Language language)
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        caller.Presses($"{Key(language)}18");
        var list = _data.Menu.Find("apply")!;

        var named = _data.Prompt(language, "wrong-key", new Dictionary<string, Spoken> { ["key"] = Spoken.Digits("8") });
        await caller.HearsSooner(named[0]);
        await caller.HearsExactly([.. named.Skip(1), .. _data.Shorter(language, list)]);

        line.Network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_interrupts_whatever_is_being_said()
    {
        await using var line = await Line.OpensAsync(content);
        var caller = line.Dials();
        await caller.HearsExactly(_data.Greeting.Take(1));
        caller.Presses('3');
        await caller.HearsExactly(_data.Welcome(Language.Ukrainian).Take(1));
        caller.Presses('2');
        await caller.HearsExactly(_data.Node(Language.Ukrainian, _data.Menu.Find("after")!).Take(2));
        caller.Presses('9');
        await caller.HearsExactly(_data.Node(Language.Ukrainian, _data.Menu.Find("after")!));
    }

    [Fact]
    public async Task A_handset_that_nobody_holds_is_told_goodbye()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Start = Night });
        var caller = line.Dials();

        await caller.HearsSooner(_data.Prompt(Language.Polish, "goodbye")[0], TimeSpan.FromMinutes(5));
        (await caller.IsHungUp()).ShouldBe("completed");

        (await line.EndsLogged(1)).ShouldHaveSingleItem().ShouldEndWith("ended at farewell");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task At_night_zero_says_when_consultants_are_back_and_guidance_goes_on(Language language)
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Start = Night });
        var caller = line.Dials();
        caller.Presses($"{Key(language)}1");
        var list = _data.Menu.Find("apply")!;
        await caller.HearsSooner(_data.Node(language, list)[0]);
        caller.Presses('0');

        await caller.HearsExactly(BackOnTuesday(language));
        caller.Presses('*');
        await caller.HearsSooner(_data.Node(language, list)[0]);
    }

    [Fact]
    public async Task An_urgent_announcement_is_heard_before_the_menu_while_it_runs_and_not_after()
    {
        using var urgent = new RecordedContent().Edit("hours.yaml", "announcements: []", """
            announcements:
              - { prompt: announcement.example, from: 2026-01-12 09:00, until: 2026-01-12 10:05 }
            """);
        await using var line = await Line.OpensAsync(urgent);
        var caller = line.Dials();
        await caller.HearsExactly(_data.Greeting.Take(1));
        caller.Presses('2');
        await caller.HearsExactly([.. _data.Prompt(Language.English, "announcement.example"), .. _data.Welcome(Language.English)]);
        caller.HangsUp();
        await caller.IsHungUp();
        await line.Network.Passes(TimeSpan.FromMinutes(10));

        var later = line.Dials();
        await later.HearsExactly(_data.Greeting.Take(1));
        later.Presses('2');
        await later.HearsExactly(_data.Welcome(Language.English));
    }

    private IReadOnlyList<Clip> BackOnTuesday(Language language)
    {
        var day = new DateOnly(2026, 1, 13);
        return _data.Prompt(language, "closed.after-hours", new Dictionary<string, Spoken>
        {
            ["from"] = Spoken.Time(new TimeOnly(8, 0)),
            ["date"] = Spoken.Date(day),
            ["weekday"] = Spoken.Weekday(day.DayOfWeek),
        });
    }

    private static char Key(Language language) => (char)('1' + LanguageCodes.All.ToList().IndexOf(language));
}
