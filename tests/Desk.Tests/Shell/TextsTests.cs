using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Infoline.Prompts;

namespace Infoline.Desk.Tests.Shell;

public sealed partial class TextsTests
{
    public static TheoryData<Type> Files() => [.. typeof(DeskPages).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Files))]
    public void Every_text_is_there_in_three_languages_with_the_same_gaps(Type file)
    {
        var resources = new ResourceManager(file);
        var byLanguage = LanguageCodes.All.ToDictionary(language => language, language => Read(resources, language));

        byLanguage[Language.Polish].ShouldNotBeEmpty();
        foreach (var language in LanguageCodes.All)
        {
            byLanguage[language].Keys.ShouldBe(byLanguage[Language.Polish].Keys, ignoreOrder: true);
            foreach (var (key, text) in byLanguage[language])
            {
                text.Trim().ShouldNotBeEmpty($"{key} in {language}");
                Gaps(text).ShouldBe(Gaps(byLanguage[Language.Polish][key]), $"{key} in {language}");
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Ukrainian_is_in_Cyrillic_and_the_others_are_not(Type file)
    {
        var resources = new ResourceManager(file);

        Read(resources, Language.Ukrainian).Where(pair => pair.Value.Any(char.IsLetter) && !pair.Value.Any(IsCyrillic)).Select(pair => pair.Key).ShouldBeEmpty();
        Read(resources, Language.Polish).Concat(Read(resources, Language.English)).Where(pair => pair.Value.Any(IsCyrillic)).Select(pair => pair.Key).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(ResourceManager resources, Language language)
    {
        // Polish is the neutral file.
        var culture = language is Language.Polish ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code());
        return resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false).ShouldNotBeNull($"{resources.BaseName} in {language}")
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static List<string> Gaps(string text) => [.. Gap().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
