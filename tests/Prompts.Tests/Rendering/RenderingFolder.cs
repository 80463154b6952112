using Infoline.Prompts.Audio;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;

namespace Infoline.Prompts.Tests.Rendering;

/// <summary>A folder with one prompt, <c>hello</c>, and what was rendered in it.</summary>
internal sealed class RenderingFolder : IDisposable
{
    private readonly ContentFolder _content = new();

    public RenderingFolder() => Says("Dzień dobry.");

    public string Path => _content.Path;

    public RenderingFolder Says(string polish, string more = "")
    {
        _content.Write("prompts/test.yaml", $$"""
            prompts:
              - key: hello
                pl: "{{polish}}"
                en: "Good morning."
                uk: "Добрий день."
                {{more}}
            """);
        return this;
    }

    public void Write(string file, byte[] bytes) => _content.Write(file, bytes);

    public string Full(string file) => _content.Full(file);

    public WavFile File(string file) => ((WavReading.Readable)WavFile.Read(System.IO.File.ReadAllBytes(Full(file)))).File;

    public RecordingNotes Notes(string file) => RecordingNotes.At(Full(file))!;

    /// <summary>Renders the prompt, not the hundreds of pieces; returns what was made.</summary>
    public async Task<IReadOnlyList<RenderTask>> RenderAsync(IVoice voice)
    {
        var renderer = new Renderer(Path, voice);
        var tasks = renderer.Tasks(PromptCatalogue.Read(Path).Catalogue).Where(task => task is not RenderTask.Speak { Planned.Prompt: null }).ToList();
        await renderer.RenderAsync(tasks, _ => { }, TestContext.Current.CancellationToken);
        return tasks;
    }

    /// <summary>What check says about one file.</summary>
    public string[] Findings(string file, DateOnly? today = null) =>
        [.. RecordingCheck.Run(Path, today ?? new DateOnly(2026, 11, 24)).Where(finding => finding.Where.StartsWith(file, StringComparison.Ordinal)).Select(finding => finding.ToString())];

    /// <summary>Puts other sound into a rendered file and leaves its notes.</summary>
    public void Overdub(string file, short[] samples) =>
        Write(file, StoredSound.Pack(new Sound(samples), Notes(file)).ToBytes());

    public void Dispose() => _content.Dispose();
}
