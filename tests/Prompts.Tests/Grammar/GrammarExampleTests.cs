using Infoline.Prompts.Grammar;

namespace Infoline.Prompts.Tests.Grammar;

/// <summary>Words written down by hand, chosen where the rules of the languages bend.</summary>
public sealed class GrammarExampleTests
{
    [Theory]
    [InlineData(0, "zero", "zero", "нуль")]
    [InlineData(1, "jeden", "one", "один")]
    [InlineData(16, "szesnaście", "sixteen", "шістнадцять")]
    [InlineData(21, "dwadzieścia jeden", "twenty-one", "двадцять один")]
    [InlineData(40, "czterdzieści", "forty", "сорок")]
    [InlineData(99, "dziewięćdziesiąt dziewięć", "ninety-nine", "дев'яносто дев'ять")]
    [InlineData(100, "sto", "one hundred", "сто")]
    [InlineData(101, "sto jeden", "one hundred and one", "сто один")]
    [InlineData(219, "dwieście dziewiętnaście", "two hundred and nineteen", "двісті дев'ятнадцять")]
    [InlineData(640, "sześćset czterdzieści", "six hundred and forty", "шістсот сорок")]
    [InlineData(1000, "tysiąc", "one thousand", "тисяча")]
    [InlineData(1001, "tysiąc jeden", "one thousand and one", "тисяча один")]
    [InlineData(2026, "dwa tysiące dwadzieścia sześć", "two thousand and twenty-six", "дві тисячі двадцять шість")]
    [InlineData(3450, "trzy tysiące czterysta pięćdziesiąt", "three thousand four hundred and fifty", "три тисячі чотириста п'ятдесят")]
    [InlineData(5500, "pięć tysięcy pięćset", "five thousand five hundred", "п'ять тисяч п'ятсот")]
    [InlineData(9999, "dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć", "nine thousand nine hundred and ninety-nine", "дев'ять тисяч дев'ятсот дев'яносто дев'ять")]
    public void Numbers(int number, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Number(number), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(1, "jedna", "одна")]
    [InlineData(2, "dwie", "дві")]
    [InlineData(11, "jedenaście", "одинадцять")]
    [InlineData(12, "dwanaście", "дванадцять")]
    [InlineData(21, "dwadzieścia jeden", "двадцять одна")]
    [InlineData(22, "dwadzieścia dwie", "двадцять дві")]
    [InlineData(101, "sto jeden", "сто одна")]
    [InlineData(132, "sto trzydzieści dwie", "сто тридцять дві")]
    [InlineData(2000, "dwa tysiące", "дві тисячі")]
    public void Numbers_with_a_feminine_noun(int number, string polish, string ukrainian) =>
        ShouldSay(Spoken.Number(number), SpokenForm.Feminine, polish, english: null, ukrainian);

    [Theory]
    [InlineData(1, "jedno", "одне")]
    [InlineData(2, "dwa", "два")]
    [InlineData(31, "trzydzieści jeden", "тридцять одне")]
    public void Numbers_with_a_neuter_noun(int number, string polish, string ukrainian) =>
        ShouldSay(Spoken.Number(number), SpokenForm.Neuter, polish, english: null, ukrainian);

    [Theory]
    [InlineData(0, "zera", "нуля")]
    [InlineData(1, "jednego", "одного")]
    [InlineData(5, "pięciu", "п'яти")]
    [InlineData(21, "dwudziestu jeden", "двадцяти одного")]
    [InlineData(43, "czterdziestu trzech", "сорока трьох")]
    [InlineData(90, "dziewięćdziesięciu", "дев'яноста")]
    [InlineData(1256, "tysiąca dwustu pięćdziesięciu sześciu", "тисячі двохсот п'ятдесяти шести")]
    [InlineData(4008, "czterech tysięcy ośmiu", "чотирьох тисяч восьми")]
    public void Numbers_in_the_genitive(int number, string polish, string ukrainian) =>
        ShouldSay(Spoken.Number(number), SpokenForm.Genitive, polish, english: null, ukrainian);

    [Fact]
    public void Digits_are_said_one_by_one() =>
        ShouldSay(Spoken.Digits("40-7"), SpokenForm.Plain, "cztery zero siedem", "four zero seven", "чотири нуль сім");

    [Theory]
    [InlineData("2026-03-03", "trzeciego marca dwa tysiące dwudziestego szóstego roku", "the third of March two thousand and twenty-six", "третього березня дві тисячі двадцять шостого року")]
    [InlineData("2020-01-01", "pierwszego stycznia dwa tysiące dwudziestego roku", "the first of January two thousand and twenty", "першого січня дві тисячі двадцятого року")]
    [InlineData("2021-02-22", "dwudziestego drugiego lutego dwa tysiące dwudziestego pierwszego roku", "the twenty-second of February two thousand and twenty-one", "двадцять другого лютого дві тисячі двадцять першого року")]
    [InlineData("2023-08-30", "trzydziestego sierpnia dwa tysiące dwudziestego trzeciego roku", "the thirtieth of August two thousand and twenty-three", "тридцятого серпня дві тисячі двадцять третього року")]
    [InlineData("2030-10-31", "trzydziestego pierwszego października dwa tysiące trzydziestego roku", "the thirty-first of October two thousand and thirty", "тридцять першого жовтня дві тисячі тридцятого року")]
    [InlineData("2032-12-12", "dwunastego grudnia dwa tysiące trzydziestego drugiego roku", "the twelfth of December two thousand and thirty-two", "дванадцятого грудня дві тисячі тридцять другого року")]
    [InlineData("2035-09-20", "dwudziestego września dwa tysiące trzydziestego piątego roku", "the twentieth of September two thousand and thirty-five", "двадцятого вересня дві тисячі тридцять п'ятого року")]
    public void Dates(string date, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Date(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), SpokenForm.Plain, polish, english, ukrainian);

    [Fact]
    public void Date_without_its_year() =>
        ShouldSay(Spoken.Date(new DateOnly(2027, 5, 17)), SpokenForm.WithoutYear, "siedemnastego maja", "the seventeenth of May", "сімнадцятого травня");

    [Theory]
    [InlineData("08:00", "ósmej", "eight in the morning", "восьмій")]
    [InlineData("08:05", "ósmej zero pięć", "eight oh five in the morning", "восьмій нуль п'ять")]
    [InlineData("15:30", "piętnastej trzydzieści", "three thirty in the afternoon", "п'ятнадцятій тридцять")]
    [InlineData("19:45", "dziewiętnastej czterdzieści pięć", "seven forty-five in the evening", "дев'ятнадцятій сорок п'ять")]
    [InlineData("22:10", "dwudziestej drugiej dziesięć", "ten ten at night", "двадцять другій десять")]
    [InlineData("23:59", "dwudziestej trzeciej pięćdziesiąt dziewięć", "eleven fifty-nine at night", "двадцять третій п'ятдесят дев'ять")]
    [InlineData("12:00", "dwunastej", "noon", "дванадцятій")]
    [InlineData("12:15", "dwunastej piętnaście", "twelve fifteen in the afternoon", "дванадцятій п'ятнадцять")]
    [InlineData("00:00", "zerowej", "midnight", "нульовій")]
    [InlineData("00:20", "zerowej dwadzieścia", "twelve twenty at night", "нульовій двадцять")]
    public void Times_after_at(string time, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Time(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(3, "trzeciej", "третьої")]
    [InlineData(16, "szesnastej", "шістнадцятої")]
    [InlineData(20, "dwudziestej", "двадцятої")]
    [InlineData(21, "dwudziestej pierwszej", "двадцять першої")]
    public void Times_after_from_and_until(int hour, string polish, string ukrainian) =>
        ShouldSay(Spoken.Time(new TimeOnly(hour, 0)), SpokenForm.Genitive, polish, english: null, ukrainian);

    [Theory]
    [InlineData(0, "zero minut", "zero minutes", "нуль хвилин")]
    [InlineData(1, "jedna minuta", "one minute", "одна хвилина")]
    [InlineData(2, "dwie minuty", "two minutes", "дві хвилини")]
    [InlineData(4, "cztery minuty", "four minutes", "чотири хвилини")]
    [InlineData(5, "pięć minut", "five minutes", "п'ять хвилин")]
    [InlineData(12, "dwanaście minut", "twelve minutes", "дванадцять хвилин")]
    [InlineData(14, "czternaście minut", "fourteen minutes", "чотирнадцять хвилин")]
    [InlineData(21, "dwadzieścia jeden minut", "twenty-one minutes", "двадцять одна хвилина")]
    [InlineData(22, "dwadzieścia dwie minuty", "twenty-two minutes", "двадцять дві хвилини")]
    [InlineData(111, "sto jedenaście minut", "one hundred and eleven minutes", "сто одинадцять хвилин")]
    [InlineData(113, "sto trzynaście minut", "one hundred and thirteen minutes", "сто тринадцять хвилин")]
    public void Minutes(int minutes, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Minutes(minutes), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(1, "jednej minuty", "однієї хвилини")]
    [InlineData(2, "dwóch minut", "двох хвилин")]
    [InlineData(21, "dwudziestu jeden minut", "двадцяти однієї хвилини")]
    [InlineData(45, "czterdziestu pięciu minut", "сорока п'яти хвилин")]
    public void Minutes_after_about(int minutes, string polish, string ukrainian) =>
        ShouldSay(Spoken.Minutes(minutes), SpokenForm.Genitive, polish, english: null, ukrainian);

    [Theory]
    [InlineData(5, 10, "od pięciu do dziesięciu minut", "five to ten minutes", "від п'яти до десяти хвилин")]
    [InlineData(1, 2, "od jednej do dwóch minut", "one to two minutes", "від однієї до двох хвилин")]
    [InlineData(0, 1, "od zera do jednej minuty", "zero to one minute", "від нуля до однієї хвилини")]
    [InlineData(20, 31, "od dwudziestu do trzydziestu jeden minut", "twenty to thirty-one minutes", "від двадцяти до тридцяти однієї хвилини")]
    [InlineData(3, 3, "trzy minuty", "three minutes", "три хвилини")]
    public void Ranges_of_minutes(int from, int to, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.MinutesRange(from, to), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(1, "pierwsze", "first", "перше")]
    [InlineData(2, "drugie", "second", "друге")]
    [InlineData(3, "trzecie", "third", "третє")]
    [InlineData(7, "siódme", "seventh", "сьоме")]
    [InlineData(18, "osiemnaste", "eighteenth", "вісімнадцяте")]
    [InlineData(20, "dwudzieste", "twentieth", "двадцяте")]
    [InlineData(23, "dwudzieste trzecie", "twenty third", "двадцять третє")]
    [InlineData(40, "czterdzieste", "fortieth", "сорокове")]
    [InlineData(91, "dziewięćdziesiąte pierwsze", "ninety first", "дев'яносто перше")]
    [InlineData(120, "sto dwadzieścia", "one hundred and twenty", "сто двадцять")]
    public void Places_in_the_queue(int place, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Place(place), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(2, "drugi", "druga", "другий", "друга")]
    [InlineData(3, "trzeci", "trzecia", "третій", "третя")]
    [InlineData(28, "dwudziesty ósmy", "dwudziesta ósma", "двадцять восьмий", "двадцять восьма")]
    public void Places_of_persons_and_positions(int place, string polishHe, string polishShe, string ukrainianHe, string ukrainianShe)
    {
        ShouldSay(Spoken.Place(place), SpokenForm.Masculine, polishHe, english: null, ukrainianHe);
        ShouldSay(Spoken.Place(place), SpokenForm.Feminine, polishShe, english: null, ukrainianShe);
    }

    [Theory]
    [InlineData("0", "zero złotych", "zero zlotys", "нуль злотих")]
    [InlineData("1", "jeden złoty", "one zloty", "один злотий")]
    [InlineData("2.50", "dwa złote pięćdziesiąt groszy", "two zlotys fifty groszy", "два злоті п'ятдесят грошів")]
    [InlineData("0.01", "jeden grosz", "one grosz", "один грош")]
    [InlineData("17", "siedemnaście złotych", "seventeen zlotys", "сімнадцять злотих")]
    [InlineData("21", "dwadzieścia jeden złotych", "twenty-one zlotys", "двадцять один злотий")]
    [InlineData("440", "czterysta czterdzieści złotych", "four hundred and forty zlotys", "чотириста сорок злотих")]
    [InlineData("1004.22", "tysiąc cztery złote dwadzieścia dwa grosze", "one thousand and four zlotys twenty-two groszy", "тисяча чотири злоті двадцять два гроші")]
    public void Amounts(string zlotys, string polish, string english, string ukrainian) =>
        ShouldSay(Spoken.Money(decimal.Parse(zlotys, System.Globalization.CultureInfo.InvariantCulture)), SpokenForm.Plain, polish, english, ukrainian);

    [Theory]
    [InlineData(DayOfWeek.Monday, "poniedziałek", "w poniedziałek", "poniedziałku", "понеділок", "у понеділок", "понеділка")]
    [InlineData(DayOfWeek.Tuesday, "wtorek", "we wtorek", "wtorku", "вівторок", "у вівторок", "вівторка")]
    [InlineData(DayOfWeek.Wednesday, "środa", "w środę", "środy", "середа", "у середу", "середи")]
    [InlineData(DayOfWeek.Thursday, "czwartek", "w czwartek", "czwartku", "четвер", "у четвер", "четверга")]
    [InlineData(DayOfWeek.Friday, "piątek", "w piątek", "piątku", "п'ятниця", "у п'ятницю", "п'ятниці")]
    [InlineData(DayOfWeek.Saturday, "sobota", "w sobotę", "soboty", "субота", "у суботу", "суботи")]
    [InlineData(DayOfWeek.Sunday, "niedziela", "w niedzielę", "niedzieli", "неділя", "у неділю", "неділі")]
    public void Weekdays(DayOfWeek day, string polish, string polishOn, string polishOf, string ukrainian, string ukrainianOn, string ukrainianOf)
    {
        ShouldSay(Spoken.Weekday(day), SpokenForm.Plain, polish, day.ToString(), ukrainian);
        ShouldSay(Spoken.Weekday(day), SpokenForm.On, polishOn, $"on {day}", ukrainianOn);
        ShouldSay(Spoken.Weekday(day), SpokenForm.Genitive, polishOf, day.ToString(), ukrainianOf);
    }

    private static void ShouldSay(Spoken value, SpokenForm form, string polish, string? english, string ukrainian)
    {
        Words.Of(Language.Polish, value, form).ShouldBe(polish);
        Words.Of(Language.Ukrainian, value, form).ShouldBe(ukrainian);
        if (english is not null)
            Words.Of(Language.English, value, form).ShouldBe(english);
    }
}

internal static class Words
{
    public static string Of(Language language, Spoken value, SpokenForm form) =>
        string.Join(' ', LanguageGrammar.Of(language).Say(value, form).Select(piece => piece.Text));
}
