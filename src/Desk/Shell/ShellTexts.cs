namespace Infoline.Desk.Shell;

/// <summary>The words of the frame around the pages. Each capability has its own file of words beside its pages.</summary>
public sealed class ShellTexts;
