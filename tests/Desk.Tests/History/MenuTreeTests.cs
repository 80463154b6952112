using Infoline.Desk.History;
using Infoline.Prompts.Menu;
using Infoline.Records.Figures;

namespace Infoline.Desk.Tests.History;

public sealed class MenuTreeTests
{
    [Fact]
    public void Every_node_stands_once_below_a_node_that_leads_to_it()
    {
        var menu = Menu();

        var lines = MenuTree.Of(menu, []);

        lines.Select(line => line.Node).ShouldBe(menu.Nodes.Select(node => node.Id), ignoreOrder: true);
        lines[0].ShouldBe(new MenuLine(menu.Start.Id, 0, null, null));
        for (var index = 1; index < lines.Count; index++)
        {
            var parent = lines.Take(index).Last(line => line.Depth == lines[index].Depth - 1);
            menu.Find(parent.Node)!.TargetOf(lines[index].Key!.Value).ShouldBe(lines[index].Node);
        }
    }

    [Fact]
    public void A_node_that_the_menu_does_not_have_any_more_comes_last_with_its_counts()
    {
        var gone = new MenuFigures { Node = "gone-since-spring", Entered = 3 };

        MenuTree.Of(Menu(), [gone])[^1].ShouldBe(new MenuLine(gone.Node, 0, null, gone));
    }

    private static VoiceMenu Menu()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
            {
                return VoiceMenu.Load(Path.Combine(folder.FullName, "recordings"), _ => true);
            }
        }

        throw new DirectoryNotFoundException("There is no folder 'recordings' with a menu above the tests.");
    }
}
