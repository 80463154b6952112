using System.Globalization;
using CsCheck;
using Infoline.Cases.Numbers;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;
using Infoline.Prompts.Menu;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>The dialogue as data: any keys lead somewhere, and every way of keying a number leads to its case.</summary>
public sealed class CaseTurnTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly VoiceMenu Menu = VoiceMenu.Load(RecordedContent.Office, _ => true);
    private static readonly MenuNode Node = Menu.Find("status")!;
    private static readonly CallPlace Place = CallPlace.Entering(Language.Polish, "main").GoTo("status");

    private static readonly Gen<string> SomeKeys = Gen.Frequency(
        (4, Gen.Char["0123456789*#"].Array[0, 24].Select(keys => new string(keys))),
        (1, OneOf("", "0", "*", "#", "9", "1", "2", "2026", "05031990")));

    private static readonly Gen<DateOnly> Births = Gen.Int[0, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber].Select(days => new DateOnly(1900, 1, 1).AddDays(days));

    private static readonly Gen<string> Written = from symbol in OneOf("WSC-II-S", "SOC", "WSOC-V.A", "ZUW")
                                                  from category in Gen.Int[1000, 9999]
                                                  from running in Gen.Int[1, 9_999_999].Where(running => running != Today.Year)
                                                  from year in Gen.Int[2011, 2026]
                                                  from zeros in Gen.Int[0, 2].Where(zeros => zeros + running.ToString(CultureInfo.InvariantCulture).Length <= CaseNumber.LongestRunning)
                                                  from between in OneOf(".", "/", " ", "-", ". ")
                                                  select string.Join(between, symbol, category, new string('0', zeros) + running, year);

    [Fact]
    public void Any_keys_in_any_state_lead_somewhere_and_nobody_is_kept_for_ever() => SomeKeys.Array[1, 40].Sample(presses =>
    {
        var (place, state) = (Place, (CaseState)new CaseState.Number());
        foreach (var keys in presses)
        {
            switch (CaseTurn.Decide(Menu, Node, place, state, keys, Today))
            {
                case CaseTurn.Ask ask:
                    (place, state) = (ask.Place, ask.State);
                    break;
                case CaseTurn.LookUp(var at, _, _):
                    (place, state) = (at, new CaseState.Halted(HaltReason.Paused));
                    break;
                case CaseTurn.Leave(MenuStep.Enter or MenuStep.Consultant or MenuStep.Lost or MenuStep.NothingBehind or MenuStep.Farewell):
                    return;
                default:
                    throw new InvalidOperationException($"{state} and '{keys}' lead nowhere");
            }
        }
    });

    [Fact]
    public void Silence_in_any_state_ends_with_a_consultant_and_at_last_with_a_goodbye() => OneOf<CaseState>(
        new CaseState.Number(), new CaseState.Year("97770"), new CaseState.BirthDate("97770#2026"), new CaseState.Confirm("97770#2026", new DateOnly(1990, 3, 5)), new CaseState.Halted(HaltReason.Unavailable)).Sample(state =>
    {
        CaseTurn.Decide(Menu, Node, Place with { Tries = 2 }, state, "", Today).ShouldBeOfType<CaseTurn.Leave>().Step.ShouldBeOfType<MenuStep.Lost>();
        CaseTurn.Decide(Menu, Node, Place with { Tries = CallPlace.MostTries }, state, "", Today).ShouldBeOfType<CaseTurn.Leave>().Step.ShouldBeOfType<MenuStep.Farewell>();
    });

    [Fact]
    public void However_a_number_is_written_keying_its_running_number_and_year_looks_up_that_case() => Gen.Select(Written, Births).Sample((written, born) =>
    {
        CaseNumber.TryParse(written, out var number, out _).ShouldBeTrue();
        var digits = written.Split(['.', '/', ' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var lookUp = Key($"{digits[^2]}|{digits[^1]}|{born:ddMMyyyy}|1").ShouldBeOfType<CaseTurn.LookUp>();

        lookUp.Number.Fits(number!).ShouldBeTrue();
        lookUp.Born.ShouldBe(born);
    });

    [Fact]
    public void Keying_all_digits_of_a_number_in_a_row_looks_up_that_case() => Gen.Select(Written, Births).Sample((written, born) =>
    {
        CaseNumber.TryParse(written, out var number, out _).ShouldBeTrue();

        var lookUp = Key($"{string.Concat(written.Where(char.IsAsciiDigit))}|{born:ddMMyyyy}|1").ShouldBeOfType<CaseTurn.LookUp>();

        lookUp.Number.Fits(number!).ShouldBeTrue();
    });

    [Fact]
    public void What_was_keyed_opens_for_its_own_call_only_and_not_for_long() => Gen.Select(Gen.Int[1, 9_999_999], Births).Sample((running, born) =>
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var seal = new CaseSeal(new EphemeralDataProtectionProvider(), time);
        var state = new CaseState.Confirm($"{running}#2026", born);

        var text = seal.Seal(state, "CA1");

        seal.Open(text, "CA1").ShouldBe(state);
        seal.Open(text, "CA2").ShouldBeNull();
        seal.Open(text[..^1], "CA1").ShouldBeNull();
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_').ShouldBeTrue();
        time.Advance(TimeSpan.FromMinutes(21));
        seal.Open(text, "CA1").ShouldBeNull();
    }, iter: 100);

    [Fact]
    public void Any_text_instead_of_a_seal_opens_nothing() => Gen.String[0, 300].Sample(text =>
        new CaseSeal(new EphemeralDataProtectionProvider(), TimeProvider.System).Open(text, "CA1").ShouldBeNull(), iter: 300);

    [Fact]
    public void Without_the_keys_of_the_seal_nothing_that_was_keyed_travels()
    {
        var urls = new CaseUrls(new CaseSeal(new NoKeys(), TimeProvider.System), NullLogger<CaseUrls>.Instance);

        urls.Of(Place, new CaseState.Year("97770"), "CA1").ShouldBeNull();
        urls.Of(Place, new CaseState.Number(), "CA1").ShouldNotBeNull();
        CaseUrls.OfUnavailable(Place).ShouldEndWith("&at=unavailable");
    }

    private sealed class NoKeys : IDataProtectionProvider
    {
        public IDataProtector CreateProtector(string purpose) => throw new TimeoutException("The store of the keys is down.");
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.OneOf([.. values.Select(Gen.Const)]);

    /// <summary>Keys, with bars where the line takes them.</summary>
    private static CaseTurn Key(string keys)
    {
        var (turn, state) = ((CaseTurn)CaseTurn.Begin(Place, Node), (CaseState)new CaseState.Number());
        foreach (var taken in keys.Split('|'))
        {
            turn = CaseTurn.Decide(Menu, Node, Place, state, taken, Today);
            if (turn is CaseTurn.Ask ask)
                state = ask.State;
        }

        return turn;
    }
}
