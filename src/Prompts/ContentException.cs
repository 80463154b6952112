namespace Infoline.Prompts;

/// <summary>One fault in the files of <c>recordings/</c>, told so that the person who wrote the file can mend it.</summary>
/// <param name="File">The file, relative to the folder of recordings.</param>
/// <param name="Line">The line, from 1; 0 when the fault concerns the whole file.</param>
/// <param name="Problem">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to write instead, without a full stop.</param>
public sealed record ContentFault(string File, long Line, string Problem, string Remedy)
{
    /// <summary>What is wrong with a text, for those who say it in another language than this; null for any other fault.</summary>
    public TextProblem? Text { get; init; }

    /// <summary>The part of the text that is wrong, such as a placeholder; empty where the problem tells enough.</summary>
    public string Detail { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Problem}; {Remedy}." : $"{File}: {Problem}; {Remedy}.";
}

/// <summary>The content cannot be used as it stands; the host does not start on it.</summary>
public sealed class ContentException : Exception
{
    /// <summary>Creates the exception from every fault that was found, at least one.</summary>
    public ContentException(IReadOnlyList<ContentFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>Every fault, in the order of files and lines.</summary>
    public IReadOnlyList<ContentFault> Faults { get; }
}
