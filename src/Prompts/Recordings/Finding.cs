namespace Infoline.Prompts.Recordings;

/// <summary>Something that <c>check</c> has to say about the folder of recordings.</summary>
/// <param name="IsWarning">Whether it can wait; everything else fails the check.</param>
/// <param name="Where">The file, with its line where there is one, relative to the folder.</param>
/// <param name="Problem">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do, without a full stop.</param>
internal sealed record Finding(bool IsWarning, string Where, string Problem, string Remedy)
{
    /// <summary>What it is about, for those who say it in other words; null for what no single prompt has.</summary>
    public RecordingProblem? Kind { get; init; }

    /// <summary>The day or the number that the problem names; empty where it names none.</summary>
    public string Detail { get; init; } = "";

    public override string ToString() => $"{Where}: {Problem}; {Remedy}.";

    public static Finding Of(ContentFault fault) =>
        new(IsWarning: false, fault.Line > 0 ? $"{fault.File}:{fault.Line}" : fault.File, fault.Problem, fault.Remedy);
}
