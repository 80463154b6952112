using CsCheck;

namespace Infoline.Prompts.Tests.Catalogue;

public sealed class CatalogueFuzzTests
{
    private const string Valid = """
        prompts:
          - key: wait
            speaker: "Calmly."
            facts:
              - source: [S1]
                certainty: high
                holds-until: 2027-03-04
            spoken: { pl: "Czekaj, proszę, {time:minutes.genitive}." }
            pl: >
              Czekaj {time:minutes.genitive}.
            en: "Wait {time:minutes}."
            uk: "Чекайте {time:minutes}."
        """;

    private static readonly string[] Tokens = ["{", "}", "[", "]", ":", "- ", "\n", "  ", "\t", "\"", "'", "&a", "*a", "!!x", "---", "|", ">", "#", "?", "%", "\0", "é", "prompts:", "key:"];

    [Fact]
    public void Any_text_gives_a_library_or_faults()
    {
        using var folder = ContentFolder.With(Valid);
        folder.Write("sources.yaml", "S1: { address: \"https://example.org/\" }");
        folder.Load().Keys.ShouldHaveSingleItem();

        Gen.Select(Gen.Int[0, Valid.Length], Gen.Int[0, 20], Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]).List[0, 6])
            .Sample(
                (at, cut, tokens) =>
                {
                    folder.Write("prompts/test.yaml", Valid[..at] + string.Concat(tokens) + Valid[Math.Min(Valid.Length, at + cut)..]);
                    try
                    {
                        folder.Load();
                    }
                    catch (ContentException content)
                    {
                        content.Faults.ShouldNotBeEmpty();
                    }
                },
                iter: 2000,
                threads: 1);
    }
}
