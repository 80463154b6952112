using System.Globalization;
using Infoline.PhoneNetwork.Media;
using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Verbs;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>Runs one call: asks for documents and executes them, one at a time, until the call is over.</summary>
internal sealed class CallRun(TelephoneNetwork network, Call call) : IDisposable
{
    /// <summary>A call whose documents never end it is ended by the vendor after 24 hours; one that spins without using time is ended here.</summary>
    private const int MaxDocumentsWithoutTime = 1000;

    private static readonly HashSet<string> ScreeningVerbs =
        new(["Play", "Say", "Pause", "Gather", "Redirect", "Hangup", "Record"], StringComparer.Ordinal);

    private readonly CancellationTokenSource _over = new();
    private readonly Queue<char> _pressed = new();
    private int _request;
    private int _spins;
    private DateTimeOffset _lastMoved;

    public Call Call => call;

    public TelephoneNetwork Network => network;

    public DateTimeOffset Now => network.Pace.Now;

    /// <summary>The URL of the document in execution; null when it was given inline.</summary>
    public Uri? DocumentUrl { get; private set; }

    /// <summary>Signals that break off whatever is waited for, by <see cref="Interrupted"/>; null for none.</summary>
    public Func<Signal, bool>? BrokenBy { get; set; }

    public string NameOf(Uri recording) => network.Options.RecordingName(recording);

    /// <summary>Runs the call to its end; what <paramref name="life"/> gives is how it ends.</summary>
    public async Task RunAsync(Func<CallRun, Task<string>> life)
    {
        var status = "failed";
        try
        {
            status = await life(this);
        }
        catch (CallOver over)
        {
            status = over.Status;
        }
        catch (Exception broken)
        {
            Fault(0, $"The network itself failed: {broken}");
        }
        finally
        {
            await _over.CancelAsync();
            network.End(call, status);
        }
    }

    /// <summary>Executes documents until the call is over or nothing is left to execute, and says how the call ends then.</summary>
    public async Task<string> DocumentsAsync(DocumentSource first) => await ThroughAsync(first) ?? (call.AnsweredAt is null ? "no-answer" : "completed");

    /// <summary>Executes the documents that screen a dialled call until there is nothing left to execute. As documented they cannot dial.</summary>
    /// <exception cref="CallOver">A document ended the call.</exception>
    public async Task ScreenAsync(DocumentSource first)
    {
        if (await ThroughAsync(first, ScreeningVerbs) is { } status)
            throw new CallOver(status);
    }

    /// <summary>Lets the far end hear something for as long as it lasts; true when a key interrupted it.</summary>
    public async Task<bool> SoundAsync(Heard sound, bool untilKey, MediaClip? clip = null)
    {
        if (untilKey && KeyWaits())
            return true;
        call.Hear(sound, clip);
        bool interrupted;
        try
        {
            interrupted = await SilenceAsync(sound.Length, untilKey);
        }
        catch (Interrupted)
        {
            call.FallSilent();
            throw;
        }

        if (interrupted)
            call.FallSilent();
        return interrupted;
    }

    /// <summary>Lets time pass; true when a key interrupted it.</summary>
    public async Task<bool> SilenceAsync(TimeSpan length, bool untilKey)
    {
        if (untilKey && KeyWaits())
            return true;
        if (length <= TimeSpan.Zero)
            return false;
        var key = await WaitAsync(signal => untilKey && signal is Signal.Key, length);
        if (key is null)
            return false;
        _pressed.Enqueue(((Signal.Key)key).Digit);
        return true;
    }

    /// <summary>The next key, or null when none is pressed in time.</summary>
    public async Task<char?> KeyAsync(TimeSpan timeout) => _pressed.TryDequeue(out var early)
        ? early
        : (await WaitAsync(signal => signal is Signal.Key, timeout) as Signal.Key)?.Digit;

    /// <summary>Waits for a signal; a hang-up and a live update come first, whatever is waited for. Null when the time is over.</summary>
    public async Task<Signal?> WaitAsync(Func<Signal, bool> accepts, TimeSpan? timeout)
    {
        var signal = call.Mailbox.TryTake(Interrupts) ?? await call.Mailbox.WaitAsync(s => Interrupts(s) || accepts(s), timeout);
        return signal switch
        {
            Signal.HungUp hungUp => throw new CallOver(hungUp.Status),
            Signal.Updated update => throw new LiveUpdate(update.Source),
            not null when BrokenBy?.Invoke(signal) is true => throw new Interrupted(signal),
            _ => signal,
        };
    }

    /// <summary>The recording at a URL; null, with a fault, when it cannot be had.</summary>
    public async Task<MediaClip?> FetchMediaAsync(Uri url)
    {
        var (clip, problem) = await network.Media.FetchAsync(url, _over.Token);
        if (clip is null)
            Fault(11200, $"{url} cannot be played: {problem}");
        return clip;
    }

    /// <summary>A document of this call, checked; <paramref name="only"/> names the verbs that may stand in it, null for all.</summary>
    /// <exception cref="DocumentFailed">There is none, or it is not as documented.</exception>
    public async Task<TwimlDocument> FetchAsync(DocumentSource source, IReadOnlySet<string>? only = null)
    {
        if (source is not DocumentSource.FromUrl from)
            return TwimlDocument.Checked(TwimlDocument.Read(((DocumentSource.Inline)source).Twiml, null, only));

        var request = ++_request;
        var webhook = network.Ask(call, from, "document");
        network.Launch(async () =>
            call.Mailbox.Post(new Signal.Fetched(request, await network.Webhooks.SendAsync(webhook, CancellationToken.None))));
        var fetched = (Signal.Fetched)(await WaitAsync(signal => signal is Signal.Fetched f && f.Request == request, null))!;
        return TwimlDocument.From(fetched.Answer, from.Url, only);
    }

    public void Keys(string digits, string finishedBy) =>
        call.Transcript.Note(TranscriptKind.Keys, $"{(digits.Length == 0 ? "no keys" : digits)}{finishedBy}");

    public void Fault(int code, string problem) => network.Fault(call, code, problem);

    /// <summary>Ends the document with an error of the vendor's.</summary>
    public static Step Fail(int code, string problem) => throw new DocumentFailed(code, problem);

    public void Dispose() => _over.Dispose();

    /// <summary>Forgets keys that were pressed where nobody asked for any.</summary>
    public void ForgetKeys()
    {
        _pressed.Clear();
        call.Mailbox.Drop(signal => signal is Signal.Key);
    }

    private bool KeyWaits()
    {
        if (_pressed.Count > 0)
            return true;
        if (call.Mailbox.TryTake(signal => signal is Signal.Key) is not Signal.Key key)
            return false;
        _pressed.Enqueue(key.Digit);
        return true;
    }

    /// <summary>Null when the last document ran out; else how a document ended the call.</summary>
    private async Task<string?> ThroughAsync(DocumentSource first, IReadOnlySet<string>? only = null)
    {
        DocumentSource? next = first;
        while (next is { } source)
        {
            (next, var status) = await OneDocumentAsync(source, only);
            if (status is not null)
                return status;
            if (next is null || !Spins())
                continue;
            Fault(11100, "The call went through a thousand documents without using any time");
            return "completed";
        }

        return null;
    }

    private bool Spins()
    {
        _spins = Now == _lastMoved ? _spins + 1 : 0;
        _lastMoved = Now;
        return _spins >= MaxDocumentsWithoutTime;
    }

    private async Task<(DocumentSource? Next, string? Status)> OneDocumentAsync(DocumentSource source, IReadOnlySet<string>? only)
    {
        try
        {
            return await ExecuteAsync(await FetchAsync(source, only));
        }
        catch (LiveUpdate update)
        {
            call.FallSilent();
            return (update.Document, null);
        }
        catch (DocumentFailed failure)
        {
            Fault(failure.Code, failure.Message);
            if (FallbackFor(source, failure) is { } fallback)
                return (fallback, null);
            await ApologizeAsync();
            return (null, call.AnsweredAt is null ? "failed" : "completed");
        }
    }

    private async Task<(DocumentSource? Next, string? Status)> ExecuteAsync(TwimlDocument document)
    {
        DocumentUrl = document.Url ?? DocumentUrl;
        if (!network.Options.KeysPressedBeforeGatherCount)
            ForgetKeys();
        foreach (var verb in document.Verbs)
        {
            call.Transcript.Note(TranscriptKind.Verb, verb.GetType().Name);
            if (call.AnsweredAt is null && verb.Answers)
                network.Answered(call);
            switch (await verb.ExecuteAsync(this))
            {
                case Step.Goto go: return (go.Source, null);
                case Step.End end: return (null, end.Status);
            }
        }

        return (null, null);
    }

    private DocumentSource? FallbackFor(DocumentSource failed, DocumentFailed failure)
    {
        var isFallback = failed is DocumentSource.FromUrl { Extra: [("ErrorCode", _), ..] };
        return isFallback || call.Fallback is not { } fallback
            ? null
            : fallback() with { Extra = [("ErrorCode", failure.Code.ToString(CultureInfo.InvariantCulture)), ("ErrorUrl", failure.Url?.AbsoluteUri ?? "")] };
    }

    private async Task ApologizeAsync()
    {
        network.Answered(call);
        try
        {
            await SoundAsync(
                new Said(Now, TimeSpan.FromSeconds(4), "We are sorry. An application error has occurred. Goodbye.", "en-US", "man"), false);
        }
        catch (LiveUpdate)
        {
            // The call is past saving.
        }
    }

    private bool Interrupts(Signal signal) => signal is Signal.HungUp or Signal.Updated || BrokenBy?.Invoke(signal) is true;
}

/// <summary>Ends a call from wherever it waits.</summary>
internal sealed class CallOver(string status) : Exception
{
    public string Status => status;
}

/// <summary>Takes a call out of its document into another.</summary>
internal sealed class LiveUpdate(DocumentSource document) : Exception
{
    public DocumentSource Document => document;
}

/// <summary>Breaks off what a call waits for.</summary>
internal sealed class Interrupted(Signal signal) : Exception
{
    public Signal Signal => signal;
}

/// <summary>A document cannot be had or executed.</summary>
internal sealed class DocumentFailed(int code, string problem, Uri? url = null) : Exception(problem)
{
    public int Code => code;

    public Uri? Url => url;
}
