namespace Infoline.Prompts.Commands;

/// <summary>What a command returns to the shell.</summary>
internal static class Outcome
{
    public const int Good = 0;

    /// <summary>The content has faults.</summary>
    public const int Faulty = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Stopped = 2;
}
