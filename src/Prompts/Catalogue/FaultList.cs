namespace Infoline.Prompts.Catalogue;

/// <summary>The faults found so far in one file.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<ContentFault> _faults = [];

    public string File { get; } = file;

    public IReadOnlyList<ContentFault> Faults => _faults;

    public void Add(long line, string problem, string remedy) => _faults.Add(new ContentFault(File, line, problem, remedy));
}
