using Infoline.Prompts.Grammar;

namespace Infoline.Prompts.Tests.Grammar;

/// <summary>Over every value that is recorded, in every form of every language.</summary>
public sealed class GrammarPropertyTests
{
    public static TheoryData<Language> Languages => [.. LanguageCodes.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void One_key_has_one_text_and_every_piece_has_words(Language language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var piece in Forms().SelectMany(form => LanguageGrammar.Of(language).Pieces(form.Kind, form.Form)))
        {
            piece.Text.ShouldNotBeNullOrWhiteSpace();
            PromptKey.TryParse(piece.Key, out _).ShouldBeTrue(piece.Key);
            piece.Key.ShouldStartWith("piece.");
            texts.TryAdd(piece.Key, piece.Text);
            texts[piece.Key].ShouldBe(piece.Text, piece.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Different_values_are_said_differently(Language language)
    {
        foreach (var (kind, form) in Forms().Where(form => form.Form != SpokenForm.WithoutYear))
        {
            var spoken = new Dictionary<string, Spoken>(StringComparer.Ordinal);
            foreach (var value in RecordedValues.Of(kind))
            {
                var words = Words.Of(language, value, form);
                if (!spoken.TryAdd(words, value))
                    Assert.Fail($"{value} and {spoken[words]} are both said '{words}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_number_can_be_heard_back_from_its_words(Language language)
    {
        for (var number = 0; number <= 9999; number++)
        {
            HeardNumber.In(language, Words.Of(language, Spoken.Number(number), SpokenForm.Plain)).ShouldBe(number);
            HeardNumber.In(language, Words.Of(language, Spoken.Number(number), SpokenForm.Feminine)).ShouldBe(number);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pieces_to_record_stay_few(Language language)
    {
        PlaceholderKind[] usual = [PlaceholderKind.Digits, PlaceholderKind.Date, PlaceholderKind.Time, PlaceholderKind.Minutes, PlaceholderKind.Weekday];

        usual.SelectMany(kind => LanguageGrammar.Of(language).Pieces(kind, SpokenForm.Plain)).Distinct().Count().ShouldBeLessThan(230);
        Forms().SelectMany(form => LanguageGrammar.Of(language).Pieces(form.Kind, form.Form)).Distinct().Count().ShouldBeLessThan(420);
    }

    [Fact]
    public void Values_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Number(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Number(10_000));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Place(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Minutes(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.MinutesRange(6, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Money(1.005m));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Money(10_000m));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Date(new DateOnly(1999, 12, 31)));
        Should.Throw<ArgumentOutOfRangeException>(() => Spoken.Weekday((DayOfWeek)7));
        Should.Throw<ArgumentException>(() => Spoken.Digits("12a"));
        Should.Throw<ArgumentException>(() => Spoken.Digits("- "));
    }

    private static IEnumerable<(PlaceholderKind Kind, SpokenForm Form)> Forms() =>
        Enum.GetValues<PlaceholderKind>().Where(kind => kind != PlaceholderKind.Prompt).SelectMany(kind => kind.Forms().Select(form => (kind, form)));
}

/// <summary>Understands spoken numbers by adding up the words: written apart from the grammar that says them.</summary>
internal static class HeardNumber
{
    private static readonly Dictionary<Language, string> Vocabulary = new()
    {
        [Language.Polish] = """
            zero=0 jeden=1 jedna=1 dwa=2 dwie=2 trzy=3 cztery=4 pięć=5 sześć=6 siedem=7 osiem=8 dziewięć=9 dziesięć=10 jedenaście=11 dwanaście=12
            trzynaście=13 czternaście=14 piętnaście=15 szesnaście=16 siedemnaście=17 osiemnaście=18 dziewiętnaście=19 dwadzieścia=20 trzydzieści=30
            czterdzieści=40 pięćdziesiąt=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 sto=100 dwieście=200 trzysta=300
            czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900 tysiąc=1000 tysiące=1000 tysięcy=1000
            """,
        [Language.English] = """
            and=0 zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15
            sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
            hundred=100 thousand=1000
            """,
        [Language.Ukrainian] = """
            нуль=0 один=1 одна=1 два=2 дві=2 три=3 чотири=4 п'ять=5 шість=6 сім=7 вісім=8 дев'ять=9 десять=10 одинадцять=11 дванадцять=12
            тринадцять=13 чотирнадцять=14 п'ятнадцять=15 шістнадцять=16 сімнадцять=17 вісімнадцять=18 дев'ятнадцять=19 двадцять=20 тридцять=30
            сорок=40 п'ятдесят=50 шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 сто=100 двісті=200 триста=300 чотириста=400 п'ятсот=500
            шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900 тисяча=1000 тисячі=1000 тисяч=1000
            """,
    };

    private static readonly Dictionary<Language, Dictionary<string, int>> Values = Vocabulary.ToDictionary(
        language => language.Key,
        language => language.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('='))
            .ToDictionary(word => word[0], word => int.Parse(word[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal));

    public static int In(Language language, string words)
    {
        int total = 0, open = 0;
        foreach (var word in words.Split(' ', '-'))
        {
            var value = Values[language][word];
            if (value == 1000)
                (total, open) = (total + 1000 * Math.Max(1, open), 0);
            else if (value == 100 && language == Language.English)
                open *= 100;
            else
                open += value;
        }

        return total + open;
    }
}
