namespace Infoline.Prompts.Catalogue;

/// <summary>The faults found so far in one file.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<ContentFault> _faults = [];

    public string File { get; } = file;

    public IReadOnlyList<ContentFault> Faults => _faults;

    /// <summary>Adds a fault of a text.</summary>
    public void Add(long line, TextProblem text, string detail, string problem, string remedy) =>
        _faults.Add(new ContentFault(File, line, problem, remedy) { Text = text, Detail = detail });

    public void Add(long line, string problem, string remedy) => _faults.Add(new ContentFault(File, line, problem, remedy));
}
