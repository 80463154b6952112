using System.Globalization;
using Infoline.Desk.Hours;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests;

/// <summary>What the editor is shown for a moment is what a caller hears who dials at that moment.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData("2026-01-12T09:00:00Z", Language.Polish)] // Monday, 10:00
    [InlineData("2026-01-12T18:30:00Z", Language.English)] // after hours
    [InlineData("2026-01-10T11:00:00Z", Language.Ukrainian)] // Saturday
    [InlineData("2026-01-06T11:00:00Z", Language.Polish)] // Epiphany
    [InlineData("2026-01-13T09:00:00Z", Language.Ukrainian)] // a closure with an announcement
    public async Task The_rehearsal_of_a_moment_is_what_a_caller_hears_then(string moment, Language language)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        await using var line = await Line.OpensAsync(new LineSetup { Start = at });
        var inForce = line.Part<HoursInForce>();
        inForce.Use(inForce.Current.With(inForce.Current.Week, new Dictionary<DateOnly, DayHours?> { [new(2026, 1, 13)] = null }, [Announcement]));
        await line.Consultants.SignInAsync(
            new ConsultantProfile(ConsultantId.Parse("demo"), "Test", [new SpokenLanguage(LanguageCode.Parse(language.Code()), 5)], "client:demo"), Availability.Pause, "break", TestContext.Current.CancellationToken);

        var rehearsed = line.Part<IRehearsal>().CallAt(at, language, inForce.Current);

        var caller = line.Dials();
        await Hears(caller, rehearsed.Greeting);
        caller.Presses((char)('1' + LanguageCodes.All.ToList().IndexOf(language)));
        await Hears(caller, rehearsed.Welcome);
        caller.Presses('0');
        await Hears(caller, rehearsed.Consultant);
        line.Network.Faults.ShouldBeEmpty();
    }

    private static Announcement Announcement { get; } = new Announcement.Written(
        new Dictionary<Language, AnnouncementText>
        {
            [Language.Polish] = new("Awaria systemu."),
            [Language.English] = new("The system is down."),
            [Language.Ukrainian] = new("Аварія системи."),
        },
        new DateTime(2026, 1, 13, 8, 0, 0, DateTimeKind.Unspecified),
        new DateTime(2026, 1, 13, 12, 0, 0, DateTimeKind.Unspecified));

    private static async Task Hears(Handset caller, IReadOnlyList<HeardLine> lines)
    {
        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
        {
            if (line.Audio.Count == 0)
            {
                (await caller.Hears(_ => true, line.Words)).ShouldBeOfType<Said>().Text.ShouldBe(line.Words);
                continue;
            }

            foreach (var audio in line.Audio)
            {
                var heard = await caller.Hears(_ => true, audio);
                heard.ShouldBeOfType<Played>().Url.AbsolutePath.ShouldBe(audio, line.Words);
            }
        }
    }
}
