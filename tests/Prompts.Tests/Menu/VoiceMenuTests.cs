using CsCheck;
using Infoline.Prompts.Menu;

namespace Infoline.Prompts.Tests.Menu;

public sealed class VoiceMenuTests : IDisposable
{
    private static readonly string[] Lines =
    [
        "start: main", "nodes:", "  main:", "    title: title.main", "    play: [fees.permit]", "    choices: { 1: main }", "- x", "\t", "{", "? ", "&a *a", "    intro:",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_leads_to_its_node()
    {
        var menu = Load(
            """
            start: main
            nodes:
              main:
                title: title.main
                intro: [welcome]
                asides: { 7: fees }
                choices: { 1: fees }
              fees:
                title: title.fees
                play: [fees.permit, fees.card]
            """);

        menu.Start.TargetOf('1').ShouldBe("fees");
        menu.Start.TargetOf('7').ShouldBe("fees");
        menu.Start.TargetOf('2').ShouldBeNull();
        menu.Find("fees")!.Play.Select(prompt => prompt.ToString()).ShouldBe(["fees.permit", "fees.card"]);
        menu.Find("nothing").ShouldBeNull();
    }

    [Theory]
    [InlineData("choices: { 1: nowhere, 2: fees }", 3, "leads to 'nowhere', which is no node")]
    [InlineData("choices: { 9: fees }", 5, "key 9 has two meanings")]
    [InlineData("choices: { 0: fees }", 5, "key 0 has two meanings")]
    [InlineData("choices: { 12: fees }", 5, "is not a key of a telephone")]
    [InlineData("choices: { 1: fees, 1: fees }", 5, "not valid YAML")]
    [InlineData("choices: [fees]", 5, "holds no named fields")]
    [InlineData("coices: { 1: fees }", 5, "the field 'coices' is not known")]
    [InlineData("choices: { 1: fees, 2: fees, 3: fees, 4: fees, 5: fees, 6: fees }", 3, "offers 6 choices")]
    [InlineData("choices: { 1: main }", 3, "lead round in a loop")]
    [InlineData("asides: { 1: fees }", 3, "is a dead end")]
    [InlineData("choices: { 1: fees }\n    asides: { 1: fees }", 3, "key 1 of node 'main' has two meanings")]
    [InlineData("choices: { 1: fees }\n    play: [missing.prompt]", 3, "needs prompt 'missing.prompt'")]
    [InlineData("choices: { 1: fees }\n    play: [Not A Key]", 6, "is not a prompt key")]
    public void A_fault_is_named_with_its_line_and_a_remedy(string fields, int line, string problem)
    {
        var text = $"start: main\nnodes:\n  main:\n    title: title.main\n    {fields}\n  fees:\n    title: title.fees\n    play: [fees.permit]\n";

        var faults = Should.Throw<ContentException>(() => Load(text)).Faults;

        faults.ShouldContain(fault => fault.File == "menu.yaml" && fault.Line == line && fault.Problem.Contains(problem) && fault.Remedy.Length > 0, string.Join('\n', faults));
    }

    [Fact]
    public void A_node_that_no_key_leads_to_is_named()
    {
        var text = "start: main\nnodes:\n  main: { title: title.main, play: [fees.permit] }\n  lost: { title: title.fees, play: [fees.permit] }\n";

        var faults = Should.Throw<ContentException>(() => Load(text)).Faults;

        faults.ShouldHaveSingleItem().ToString().ShouldBe("menu.yaml:4: no key leads to node 'lost'; add a choice that leads to it or remove it.");
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Should.Throw<ContentException>(() => VoiceMenu.Load(_folder.Path, _ => true)).Message.ShouldContain("menu.yaml: the file is missing");

    [Fact]
    public void Any_text_gives_a_menu_or_faults() =>
        Check.Sample(
            Gen.Int[0, Lines.Length - 1].Select(index => Lines[index]).List[0, 12],
            lines =>
            {
                try
                {
                    Load(string.Join('\n', lines)).Start.ShouldNotBeNull();
                }
                catch (ContentException content)
                {
                    content.Faults.ShouldNotBeEmpty();
                }
            },
            iter: 500,
            threads: 1);

    private VoiceMenu Load(string text)
    {
        _folder.Write("menu.yaml", text);
        string[] known = ["title.main", "title.fees", "welcome", "fees.permit", "fees.card"];
        return VoiceMenu.Load(_folder.Path, key => known.Contains(key.ToString(), StringComparer.Ordinal));
    }
}
