using CsCheck;
using Infoline.Cases.Numbers;

namespace Infoline.Cases.Tests.Numbers;

public sealed class CaseNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("WSC-II-S.6151.97770.2026")]
    [InlineData("wsc-ii-s.6151.97770.2026")]
    [InlineData(" WSC-II-S . 6151 . 97770 . 2026 ")]
    [InlineData("WSC-II-S/6151/97770/2026")]
    [InlineData("WSC.II.S.6151.0097770.2026.JK")]
    [InlineData("WSC–II–S.6151.97770.2026")]
    [InlineData("WSC-II-S.6151.97770.2026/JK-L")]
    public void Every_way_of_writing_is_the_same_number(string text)
    {
        CaseNumber.TryParse(text, out var number, out _).ShouldBeTrue();

        number.Text.ShouldBe("WSC-II-S.6151.97770.2026");
        (number.Running, number.Year, number.HeadDigits).ShouldBe((97770, 2026, "6151"));
    }

    [Fact]
    public void A_sub_number_stands_before_the_running_number()
    {
        CaseNumber.TryParse("SO-V.6151.3.412.2025", out var number, out _).ShouldBeTrue();

        (number.Running, number.Year, number.HeadDigits).ShouldBe((412, 2025, "61513"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("WSC-II-S")]
    [InlineData("97770.2026")]
    [InlineData("SO.II-6151/1234/09")]
    [InlineData("WSC.6151.00000.2026")]
    [InlineData("WSC.6151.123456789.2026")]
    [InlineData("WSC.6151.12.2026.AB.CD.EF.GH")]
    [InlineData("WSC.6151.12.0926")]
    public void What_is_no_number_of_today_is_refused_with_a_reason(string? text)
    {
        CaseNumber.TryParse(text, out _, out var fault).ShouldBeFalse();

        fault.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.String.Sample(text => CaseNumber.TryParse(text, out var number, out var fault) ? number is not null : fault is { Length: > 0 });

    [Fact]
    public void Reading_the_normal_way_of_writing_changes_nothing() =>
        Znaks.Any.Sample(znak =>
        {
            CaseNumber.TryParse(znak.Plain, out var number, out _).ShouldBeTrue();
            CaseNumber.TryParse(number.Text, out var again, out _).ShouldBeTrue();
            again.ShouldBe(number);
        });

    [Fact]
    public void Any_formatting_of_a_number_is_the_same_number() =>
        Gen.Select(Znaks.Any, Znaks.Style).Sample((znak, style) =>
        {
            CaseNumber.TryParse(znak.Plain, out var plain, out _).ShouldBeTrue();
            CaseNumber.TryParse(znak.Written(style), out var written, out _).ShouldBeTrue(znak.Written(style));
            written.ShouldBe(plain);
        });

    [Fact]
    public void A_typed_number_finds_its_case_for_any_formatting_of_the_same_number() =>
        Gen.Select(Znaks.Any, Znaks.Style, Gen.Int[0, 5]).Sample((znak, style, way) =>
        {
            CaseNumber.TryParse(znak.Written(style), out var number, out _).ShouldBeTrue();

            var typed = TypedCaseNumber.Read(znak.Typed(way), Today, insists: true);
            if (typed is TypedCaseNumber.NeedsYear needs)
            {
                typed = TypedCaseNumber.Read($"{needs.Running}#{znak.Year}", Today);
            }

            var complete = typed.ShouldBeOfType<TypedCaseNumber.Complete>(znak.Typed(way));
            complete.Fits(number).ShouldBeTrue(znak.Typed(way));
            complete.Year.ShouldBe(number.Year);
            complete.Candidates.ShouldContain(number.Running);
        });

    [Fact]
    public void A_typed_number_does_not_find_another_running_number_or_year() =>
        Gen.Select(Znaks.Any, Znaks.Any).Where((one, other) => one.Running != other.Running || one.Year != other.Year).Sample((one, other) =>
        {
            CaseNumber.TryParse(other.Plain, out var number, out _).ShouldBeTrue();

            TypedCaseNumber.Read($"{one.Running}#{one.Year}", Today).ShouldBeOfType<TypedCaseNumber.Complete>().Fits(number).ShouldBeFalse();
        });

    [Theory]
    [InlineData("97770#2026", typeof(TypedCaseNumber.Complete))]
    [InlineData("0097770#2026", typeof(TypedCaseNumber.Complete))]
    [InlineData("6151977702026", typeof(TypedCaseNumber.Complete))]
    [InlineData("6151#97770#2026", typeof(TypedCaseNumber.Complete))]
    [InlineData("977702026", typeof(TypedCaseNumber.Complete))]
    [InlineData("97770", typeof(TypedCaseNumber.NeedsYear))]
    [InlineData("97770#", typeof(TypedCaseNumber.NeedsYear))]
    [InlineData("7", typeof(TypedCaseNumber.NeedsYear))]
    [InlineData("2024", typeof(TypedCaseNumber.NeedsYear))]
    [InlineData("", typeof(TypedCaseNumber.Nothing))]
    [InlineData("#", typeof(TypedCaseNumber.Nothing))]
    [InlineData("#*#", typeof(TypedCaseNumber.Nothing))]
    [InlineData("0", typeof(TypedCaseNumber.TooShort))]
    [InlineData("000#2026", typeof(TypedCaseNumber.TooShort))]
    [InlineData("2026", typeof(TypedCaseNumber.YearAlone))]
    [InlineData("12345678#2026", typeof(TypedCaseNumber.TooLong))]
    [InlineData("123456789#2026", typeof(TypedCaseNumber.TooLong))]
    [InlineData("123456787654", typeof(TypedCaseNumber.TooLong))]
    [InlineData("1234#09", typeof(TypedCaseNumber.OldStyle))]
    [InlineData("1234#2009", typeof(TypedCaseNumber.OldStyle))]
    [InlineData("1234#98", typeof(TypedCaseNumber.OldStyle))]
    [InlineData("6151123409", typeof(TypedCaseNumber.OldStyle))]
    [InlineData("1234567890123#2026", typeof(TypedCaseNumber.Receipt))]
    [InlineData("12345678901234567890123", typeof(TypedCaseNumber.Receipt))]
    [InlineData("97770#26", typeof(TypedCaseNumber.WrongYear))]
    [InlineData("97770#2027", typeof(TypedCaseNumber.WrongYear))]
    [InlineData("97770#202", typeof(TypedCaseNumber.WrongYear))]
    public void Keys_that_are_no_number_say_which_recording_helps(string keys, Type expected) =>
        TypedCaseNumber.Read(keys, Today).ShouldBeOfType(expected);

    [Fact]
    public void A_running_number_that_looks_like_this_year_is_taken_when_the_caller_insists() =>
        TypedCaseNumber.Read("2026", Today, insists: true).ShouldBe(new TypedCaseNumber.NeedsYear("2026"));

    [Fact]
    public void Any_keys_have_a_meaning() => Gen.String["0123456789#*ab "].Sample(keys => TypedCaseNumber.Read(keys, Today) is not null);

    [Fact]
    public void What_was_typed_does_not_show_in_a_log()
    {
        TypedCaseNumber.Read("97770#2026", Today).ToString().ShouldBe("Complete");
        TypedCaseNumber.Read("97770", Today).ToString().ShouldBe("NeedsYear");
    }

    [Theory]
    [InlineData("05031990", 1990, 3, 5)]
    [InlineData("29022000", 2000, 2, 29)]
    [InlineData("05*03*1990#", 1990, 3, 5)]
    public void A_date_of_birth_is_day_month_and_year(string keys, int year, int month, int day)
    {
        TypedBirthDate.TryRead(keys, Today, out var date).ShouldBeTrue();

        date.ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1990")]
    [InlineData("31022000")]
    [InlineData("03151990")]
    [InlineData("05032027")]
    [InlineData("05031890")]
    [InlineData("050319901")]
    public void What_is_no_day_or_lies_in_the_future_is_no_date_of_birth(string keys) => TypedBirthDate.TryRead(keys, Today, out _).ShouldBeFalse();
}

/// <summary>Numbers of cases as offices could give them, and the ways in which people write and key them.</summary>
internal sealed record Znak(string[] Symbol, string[] Class, int Running, int Year, string Initials)
{
    public string Plain => $"{string.Join('-', Symbol)}.{string.Join('.', Class)}.{Running}.{Year}{(Initials.Length > 0 ? $".{Initials}" : "")}";

    public string Written(Style style)
    {
        var running = $"{new string('0', style.Zeros)}{Running}";
        var text = $"{string.Join(style.SymbolSeparator, Symbol)}{style.Separator}{string.Join(style.Separator, Class)}{style.Separator}{running}{style.Separator}{Year}"
            + (style.WithInitials && Initials.Length > 0 ? $"{style.Separator}{Initials}" : "");
        return style.Small ? text.ToLowerInvariant() : text;
    }

    public string Typed(int way) => way switch
    {
        0 => $"{Running}#{Year}",
        1 => $"{Running:D7}#{Year}#",
        2 => $"{string.Concat(Class)}{Running}{Year}",
        3 => $"{string.Concat(Class)}#{Running}#{Year}",
        4 => $"{Running}*{Year}",
        _ => $"{Running}",
    };
}

internal sealed record Style(string Separator, string SymbolSeparator, int Zeros, bool Small, bool WithInitials);

internal static class Znaks
{
    public static readonly Gen<Znak> Any = Gen.Select(
        Among<string[]>(["WSC", "II", "S"], ["SO", "V"], ["WSO"], ["SOC", "XII", "B"], ["DSC", "I"]),
        Among<string[]>(["6151"], ["6152"], ["6151", "3"], ["430"], ["6154", "12"]),
        Gen.Int[1, 999_999], Gen.Int[2011, 2026], Among("", "JK", "ABC"))
        .Select((symbol, @class, running, year, initials) => new Znak(symbol, @class, running, year, initials));

    public static readonly Gen<Style> Style = Gen.Select(
        Among(".", "/", " . ", " ", "-", ". "), Among("-", ".", " ", "–", " - "), Gen.Int[0, 3], Gen.Bool, Gen.Bool)
        .Select((separator, symbols, zeros, small, initials) => new Style(separator, symbols, zeros, small, initials));

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
