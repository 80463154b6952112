using Infoline.Desk.Accounts;
using MudBlazor;

namespace Infoline.Desk.Shell;

/// <summary>One page of the rail at the left.</summary>
/// <param name="Href">The address, without a leading slash.</param>
/// <param name="Text">The key of its name in <see cref="ShellTexts"/>.</param>
/// <param name="Icon">The picture beside the name.</param>
/// <param name="Policy">Who sees it; the page itself demands the same.</param>
/// <param name="Key">The key that opens it after <c>g</c>.</param>
/// <param name="Window">The window of its own in which it opens, so that the telephone of the desk goes on in this one; null for this one.</param>
internal sealed record NavigationEntry(string Href, string Text, string Icon, string Policy, char Key, string? Window = null);

/// <summary>The pages of the desk in the order of the rail.</summary>
internal static class NavigationEntries
{
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("desk/work", "Nav.Work", Icons.Material.Outlined.HeadsetMic, Policies.Consultant, 'w'),
        new("desk/cases", "Nav.Cases", Icons.Material.Outlined.FolderShared, Policies.Consultant, 'c', Window: "infoline-cases"),
        new("desk/board", "Nav.Board", Icons.Material.Outlined.Dashboard, Policies.Supervisor, 'b'),
        new("desk/history", "Nav.History", Icons.Material.Outlined.QueryStats, Policies.Supervisor, 'h'),
        new("desk/staffing", "Nav.Staffing", Icons.Material.Outlined.Groups, Policies.Supervisor, 's'),
        new("desk/knowledge", "Nav.Knowledge", Icons.Material.Outlined.MenuBook, Policies.Knowledge, 'k', Window: "infoline-knowledge"),
        new("desk/hours", "Nav.Hours", Icons.Material.Outlined.Schedule, Policies.Content, 'o'),
        new("desk/texts", "Nav.Texts", Icons.Material.Outlined.RecordVoiceOver, Policies.Content, 't'),
        new("desk/accounts", "Nav.Accounts", Icons.Material.Outlined.Group, Policies.Administrator, 'a'),
        new("desk/audit", "Nav.Audit", Icons.Material.Outlined.ReceiptLong, Policies.Auditor, 'u'),
    ];
}
