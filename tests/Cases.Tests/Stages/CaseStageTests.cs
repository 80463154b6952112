using System.Text.RegularExpressions;
using Infoline.Cases.Stages;

namespace Infoline.Cases.Tests.Stages;

public sealed partial class CaseStageTests
{
    [Fact]
    public void Every_stage_and_missing_item_has_its_recording_and_every_recording_its_stage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "recordings")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        var keys = Directory.GetFiles(Path.Combine(folder.FullName, "recordings", "prompts"), "*.yaml").SelectMany(File.ReadLines)
            .Select(line => Key().Match(line).Groups["key"].Value).ToHashSet();

        keys.Where(key => key.StartsWith("case.stage.", StringComparison.Ordinal) && key is not "case.stage.since").ShouldBe(CaseStages.All.Select(stage => stage.PromptKey()), ignoreOrder: true);
        keys.Where(key => key.StartsWith("case.missing.", StringComparison.Ordinal)).ShouldBe(MissingItems.All.Select(item => item.PromptKey()), ignoreOrder: true);
    }

    [Fact]
    public void Every_stage_is_read_back_by_its_name()
    {
        foreach (var stage in CaseStages.All)
        {
            CaseStages.TryParse(stage.Name(), out var read).ShouldBeTrue();
            read.ShouldBe(stage);
        }
    }

    [Theory]
    [InlineData("Opiniowanie wniosku", CaseStage.Opinions)]
    [InlineData(" wezwanie ", CaseStage.Summons)]
    [InlineData("KARTA DO ODBIORU", CaseStage.CardReady)]
    public void The_Polish_names_of_offices_are_understood(string text, CaseStage expected)
    {
        CaseStages.TryParse(text, out var stage).ShouldBeTrue();
        stage.ShouldBe(expected);
    }

    [Theory]
    [InlineData("positive decision")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_words_are_no_stage(string? text) => CaseStages.TryParse(text, out _).ShouldBeFalse();

    [GeneratedRegex("key: (?<key>[a-z0-9.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
