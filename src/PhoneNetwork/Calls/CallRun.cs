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

    private readonly CancellationTokenSource _over = new();
    private readonly Queue<char> _pressed = new();
    private int _request;
    private int _spins;
    private DateTimeOffset _lastMoved;

    public Call Call => call;

    public DateTimeOffset Now => network.Pace.Now;

    /// <summary>The URL of the document in execution; null when it was given inline.</summary>
    public Uri? DocumentUrl { get; private set; }

    public string NameOf(Uri recording) => network.Options.RecordingName(recording);

    /// <summary>Runs the call from its first document to its end.</summary>
    public async Task RunAsync(DocumentSource first)
    {
        var status = "completed";
        try
        {
            DocumentSource? next = first;
            while (next is { } document)
            {
                (next, status) = await OneDocumentAsync(document);
                if (next is not null && Spins())
                {
                    Fault(11100, "The call went through a thousand documents without using any time");
                    break;
                }
            }
        }
        catch (CallOver over)
        {
            status = over.Status;
        }
        finally
        {
            await _over.CancelAsync();
            network.End(call, status);
        }
    }

    /// <summary>Lets the far end hear something for as long as it lasts; true when a key interrupted it.</summary>
    public async Task<bool> SoundAsync(Heard sound, bool untilKey)
    {
        if (untilKey && KeyWaits())
            return true;
        call.Transcript.Note(TranscriptKind.Heard, sound.ToString()!);
        call.Telephone.Hear(call, sound);
        var interrupted = await SilenceAsync(sound.Length, untilKey);
        if (interrupted)
            call.Telephone.FallSilent(call);
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

    /// <summary>The recording at a URL; null, with a fault, when it cannot be had.</summary>
    public async Task<MediaClip?> FetchMediaAsync(Uri url)
    {
        var (clip, problem) = await network.Media.FetchAsync(url, _over.Token);
        if (clip is null)
            Fault(11200, $"{url} cannot be played: {problem}");
        return clip;
    }

    public void Keys(string digits, string finishedBy) =>
        call.Transcript.Note(TranscriptKind.Keys, $"{(digits.Length == 0 ? "no keys" : digits)}{finishedBy}");

    /// <summary>Ends the document with an error of the vendor's.</summary>
    public static Step Fail(int code, string problem) => throw new DocumentFailed(code, problem);

    public void Dispose() => _over.Dispose();

    private bool KeyWaits()
    {
        if (_pressed.Count > 0)
            return true;
        if (call.Mailbox.TryTake(signal => signal is Signal.Key) is not Signal.Key key)
            return false;
        _pressed.Enqueue(key.Digit);
        return true;
    }

    private bool Spins()
    {
        _spins = Now == _lastMoved ? _spins + 1 : 0;
        _lastMoved = Now;
        return _spins >= MaxDocumentsWithoutTime;
    }

    private async Task<(DocumentSource? Next, string Status)> OneDocumentAsync(DocumentSource source)
    {
        try
        {
            return await ExecuteAsync(await FetchAsync(source));
        }
        catch (LiveUpdate update)
        {
            call.Telephone.FallSilent(call);
            return (update.Document, "");
        }
        catch (DocumentFailed failure)
        {
            Fault(failure.Code, failure.Message);
            if (TelephoneNetwork.FallbackFor(call, source, failure) is { } fallback)
                return (fallback, "");
            await ApologizeAsync();
            return (null, call.AnsweredAt is null ? "failed" : "completed");
        }
    }

    private async Task<TwimlDocument> FetchAsync(DocumentSource source)
    {
        if (source is not DocumentSource.FromUrl from)
            return Check(TwimlDocument.Read(((DocumentSource.Inline)source).Twiml, null));

        var request = ++_request;
        var webhook = network.Ask(call, from, "document");
        network.Launch(async () =>
            call.Mailbox.Post(new Signal.Fetched(request, await network.Webhooks.SendAsync(webhook, CancellationToken.None))));
        var fetched = (Signal.Fetched)(await WaitAsync(signal => signal is Signal.Fetched f && f.Request == request, null))!;
        var answer = fetched.Answer;
        if (answer.Error is { } error)
            throw new DocumentFailed(answer.ErrorCode, $"{from.Url}: {error}", from.Url);
        return answer.ContentType switch
        {
            _ when answer.Body.Length == 0 => throw new DocumentFailed(12100, $"{from.Url} answered with nothing", from.Url),
            "TEXT/PLAIN" => new TwimlDocument(answer.Url, [new Say(answer.Body, "man", "en-US", 1)], [], null),
            "TEXT/XML" or "APPLICATION/XML" or "TEXT/HTML" => Check(TwimlDocument.Read(answer.Body, answer.Url)),
            var type when type.StartsWith("AUDIO/", StringComparison.Ordinal) => new TwimlDocument(answer.Url, [new Play(answer.Url, "", 1)], [], null),
            var type => throw new DocumentFailed(12300, $"{from.Url} answered with content of type '{type}'", from.Url),
        };
    }

    private static TwimlDocument Check(TwimlDocument document)
    {
        if (document.ParseError is { } error)
            throw new DocumentFailed(12100, $"The document is not XML: {error}", document.Url);
        if (document.Faults is [{ } fault, ..])
            throw new DocumentFailed(12200, $"<{fault.Verb}>: {fault.Problem}", document.Url);
        return document;
    }

    private async Task<(DocumentSource? Next, string Status)> ExecuteAsync(TwimlDocument document)
    {
        DocumentUrl = document.Url ?? DocumentUrl;
        if (!network.Options.KeysPressedBeforeGatherCount)
        {
            _pressed.Clear();
            call.Mailbox.Drop(signal => signal is Signal.Key);
        }

        foreach (var verb in document.Verbs)
        {
            call.Transcript.Note(TranscriptKind.Verb, verb.GetType().Name);
            // Reject refuses before answering, and a Pause in front waits before answering; every other verb answers.
            if (call.AnsweredAt is null && verb is not (Reject or Pause))
                network.Answered(call);
            switch (await verb.ExecuteAsync(this))
            {
                case Step.Goto go: return (go.Source, "");
                case Step.End end: return (null, end.Status);
            }
        }

        return (null, call.AnsweredAt is null ? "no-answer" : "completed");
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

    /// <summary>Waits for a signal; a hang-up and a live update come first, whatever is waited for.</summary>
    private async Task<Signal?> WaitAsync(Func<Signal, bool> accepts, TimeSpan? timeout)
    {
        var signal = call.Mailbox.TryTake(Interrupts) ?? await call.Mailbox.WaitAsync(s => Interrupts(s) || accepts(s), timeout);
        return signal switch
        {
            Signal.HungUp hungUp => throw new CallOver(hungUp.Status),
            Signal.Updated update => throw new LiveUpdate(update.Source),
            _ => signal,
        };
    }

    private static bool Interrupts(Signal signal) => signal is Signal.HungUp or Signal.Updated;

    private void Fault(int code, string problem) => network.Fault(call, code, problem);
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

/// <summary>A document cannot be had or executed.</summary>
internal sealed class DocumentFailed(int code, string problem, Uri? url = null) : Exception(problem)
{
    public int Code => code;

    public Uri? Url => url;
}
