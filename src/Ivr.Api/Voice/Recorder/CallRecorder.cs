using Infoline.Ivr.Conversations;
using Infoline.Routing;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Recorder;

/// <summary>
/// Whether a conversation may be recorded, and what becomes of its recording. In doubt nothing is recorded: while the office does not want it, while
/// the queue's store does not answer, and for a caller who was not told.
/// </summary>
internal sealed partial class CallRecorder(CallNotes notes, CallHistory history, IOptionsMonitor<ConversationOptions> options, TimeProvider time, ILogger<CallRecorder> logger)
{
    /// <summary>Whether this caller has to be told before they wait for a consultant.</summary>
    public async Task<bool> MustTellAsync(CallId call, CancellationToken cancel) =>
        IsOn && await ReadAsync(call, cancel) is { } known && !known.ContainsKey(RecorderNotes.Consent);

    /// <summary>Whether a conversation of this call may be recorded.</summary>
    public async Task<bool> MayRecordAsync(CallId call, CancellationToken cancel) =>
        IsOn && await ReadAsync(call, cancel) is { } known && RecorderNotes.Is(known, RecorderNotes.Consent, RecorderNotes.Told);

    /// <summary>The caller was told, and has declined or not.</summary>
    public async Task ToldAsync(CallId call, bool declined, CancellationToken cancel)
    {
        try
        {
            await notes.NoteAsync(call, RecorderNotes.Consent, declined ? RecorderNotes.Declined : RecorderNotes.Told, cancel);
            if (declined)
                await history.NoteAsync(call, HistoryWords.Recording, RecordingWords.Declined(), cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            NotKept(logger, fault);
        }
    }

    /// <summary>The network records. It may say so twice, late, or only at the end.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer; the network's news has to come again.</exception>
    public async Task BeganAsync(CallId call, string sid, CancellationToken cancel)
    {
        if (RecorderNotes.Is(await notes.OfAsync(call, cancel), RecorderNotes.Began, sid))
            return;
        await history.NoteAsync(call, HistoryWords.Recording, RecordingWords.Began(sid, time.GetUtcNow() + (options.CurrentValue.RecordingsKept ?? TimeSpan.Zero)), cancel);
        await notes.NoteAsync(call, RecorderNotes.Began, sid, cancel);
    }

    /// <summary>The recording is over.</summary>
    /// <exception cref="RoutingUnavailableException">The store does not answer; the network's news has to come again.</exception>
    public async Task EndedAsync(CallId call, string sid, CancellationToken cancel)
    {
        await BeganAsync(call, sid, cancel);
        if (RecorderNotes.Is(await notes.OfAsync(call, cancel), RecorderNotes.Ended, sid))
            return;
        await history.NoteAsync(call, HistoryWords.Recording, RecordingWords.Ended(sid), cancel);
        await notes.NoteAsync(call, RecorderNotes.Ended, sid, cancel);
    }

    /// <summary>A consultant has paused the recording, or let it go on.</summary>
    public async Task PausedAsync(CallId call, string sid, bool paused, CancellationToken cancel)
    {
        if (RecorderNotes.Is(await notes.OfAsync(call, cancel), RecorderNotes.Paused, sid) == paused)
            return;
        await history.NoteAsync(call, HistoryWords.Recording, RecordingWords.Paused(sid, paused), cancel);
        await notes.NoteAsync(call, RecorderNotes.Paused, paused ? sid : "", cancel);
    }

    /// <summary>The SID of the recording that runs now; null for none.</summary>
    public async Task<string?> RunningAsync(CallId call, CancellationToken cancel) => RecorderNotes.Running(await notes.OfAsync(call, cancel));

    private bool IsOn => options.CurrentValue.RecordingsKept is not null;

    private async Task<IReadOnlyDictionary<string, string>?> ReadAsync(CallId call, CancellationToken cancel)
    {
        try
        {
            return await notes.OfAsync(call, cancel);
        }
        catch (RoutingUnavailableException fault)
        {
            NotKept(logger, fault);
            return null;
        }
    }

    [LoggerMessage(EventName = "RecordingNotKnown", Level = LogLevel.Warning, Message = "The queue's store does not answer: this conversation is not recorded")]
    private static partial void NotKept(ILogger logger, Exception fault);
}
