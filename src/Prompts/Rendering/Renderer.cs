using System.Collections.Concurrent;
using Infoline.Prompts.Audio;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Rendering;

/// <summary>
/// Makes the recordings that are missing or stale. A person's voice comes first, then a neural one, then the demo voice: a
/// recording is never replaced by one of a lesser kind as long as it says its text.
/// </summary>
internal sealed class Renderer(string folder, IVoice voice)
{
    private readonly HumanSources _human = HumanSources.In(folder);

    /// <summary>What is to be made, in the order of the plan.</summary>
    public IReadOnlyList<RenderTask> Tasks(PromptCatalogue catalogue)
    {
        var tasks = RecordingPlan.Of(catalogue).AsParallel().AsOrdered().Select(TaskFor).OfType<RenderTask>().ToList();
        return RecordingNotes.At(RecordingFolder.MusicPath(folder)) is { TextHash: HoldMusic.Hash } ? tasks : [.. tasks, new RenderTask.Music()];
    }

    /// <summary>Makes them; each file is written whole or not at all, so the command can be stopped and run again.</summary>
    /// <exception cref="RenderException">The voice cannot speak; what was made until then is kept.</exception>
    public async Task RenderAsync(IReadOnlyList<RenderTask> tasks, Action<RenderTask> done, CancellationToken cancellationToken)
    {
        var failures = new ConcurrentQueue<RenderException>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = voice.Parallel, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync(tasks, options, async (task, token) =>
            {
                try
                {
                    await MakeAsync(task, token);
                    done(task);
                }
                catch (RenderException failed)
                {
                    failures.Enqueue(failed);
                    await stop.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (!failures.IsEmpty)
        {
            // The first failure says what to do; the others were stopped by it.
        }

        if (failures.TryDequeue(out var first))
            throw first;
    }

    private RenderTask? TaskFor(PlannedRecording planned)
    {
        var now = RecordingNotes.At(PathOf(planned));
        var source = _human.Find(planned.Language, planned.Key);
        if (source?.IsKnownTo(now) == false)
            return new RenderTask.Human(planned, source);
        if (now is not null && now.Origin <= voice.Origin && Freshness.IsFresh(planned, now))
            return null;

        // When a person spoke an older text, a synthetic voice says the right words until there is a new file.
        return new RenderTask.Speak(planned, source?.Hash ?? now?.SourceHash);
    }

    private async Task MakeAsync(RenderTask task, CancellationToken cancellationToken)
    {
        switch (task)
        {
            case RenderTask.Music:
                Write(RecordingFolder.MusicPath(folder), HoldMusic.Compose(), HoldMusic.Notes);
                break;
            case RenderTask.Human(var planned, var source):
                var notes = Freshness.NotesOf(planned, RecordingOrigin.Human, source.Hash);
                Write(PathOf(planned), (await source.ReadAsync(cancellationToken)).Finished(), notes);
                break;
            case RenderTask.Speak(var planned, var outdatedSource):
                var sound = (await voice.SpeakAsync(planned.Language, planned.Text, cancellationToken)).Finished();
                Write(PathOf(planned), sound, Freshness.NotesOf(planned, voice.Origin, outdatedSource));
                break;
        }
    }

    private string PathOf(PlannedRecording planned) => RecordingFolder.PathOf(folder, planned.Language, planned.Key);

    private static void Write(string path, Sound sound, RecordingNotes notes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        File.WriteAllBytes(unfinished, StoredSound.Pack(sound, notes).ToBytes());
        File.Move(unfinished, path, overwrite: true);
    }
}

/// <summary>One recording to be made.</summary>
internal abstract record RenderTask
{
    private RenderTask()
    {
    }

    /// <summary>A synthetic voice speaks; <paramref name="OutdatedSource"/> is the hash of a person's file that says other words.</summary>
    public sealed record Speak(PlannedRecording Planned, string? OutdatedSource) : RenderTask;

    /// <summary>A person's file is converted and levelled.</summary>
    public sealed record Human(PlannedRecording Planned, HumanSource Source) : RenderTask;

    /// <summary>The music of the queue is made.</summary>
    public sealed record Music : RenderTask;
}
