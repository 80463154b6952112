namespace Infoline.Desk.Work;

/// <summary>Why a consultant takes a pause; the codes are kept with the state and counted.</summary>
public static class PauseReasons
{
    /// <summary>The codes in the order in which the desk offers them.</summary>
    public static IReadOnlyList<string> All { get; } = ["break", "lunch", "paperwork", "training", "meeting"];
}
