using System.Collections.Concurrent;
using System.Globalization;
using Infoline.PhoneNetwork.Media;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>An error that the vendor would have reported in its debugger.</summary>
/// <param name="CallSid">The call it happened on.</param>
/// <param name="Code">The vendor's code, such as 11200 (HTTP), 12100 (not XML), 12200 (not as documented).</param>
/// <param name="Problem">What is wrong.</param>
public sealed record NetworkFault(string CallSid, int Code, string Problem);

/// <summary>
/// A telephone network on this machine. It plays the vendor's role over the real wire: it asks the application's webhooks with signed
/// requests, executes the TwiML that comes back, and tells how calls progress.
/// </summary>
public sealed class TelephoneNetwork : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Call> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<NetworkFault> _faults = new();
    private readonly Dictionary<string, PhoneNumber> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _randomGate = new();
    private readonly Random _random;
    private readonly HttpClient _http;
    private readonly bool _ownsClock;
    private readonly TimeProvider _clock;
    private int _running;

    /// <summary>Creates a network.</summary>
    /// <param name="options">The account, its numbers and who is asked when they are called.</param>
    /// <param name="clock">The clock that calls run on; by default a <see cref="VirtualClock"/> of its own.</param>
    /// <param name="handler">Carries requests to the application; by default real HTTP.</param>
    /// <param name="seed">Makes SIDs and everything random repeatable.</param>
    public TelephoneNetwork(PhoneNetworkOptions options, TimeProvider? clock = null, HttpMessageHandler? handler = null, int seed = 1)
    {
        Options = options;
        Seed = seed;
        _ownsClock = clock is null;
        _clock = clock ?? new VirtualClock();
        _random = new Random(seed);
        Pace = new Pace(_clock);
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Webhooks = new WebhookClient(_http, Pace, () => NewToken());
        Media = new MediaLibrary(_http, _clock);
        foreach (var number in options.Numbers.Prepend(options.MainNumber))
            _numbers[number.Number] = number;
    }

    /// <summary>The seed the network was created with.</summary>
    public int Seed { get; }

    /// <summary>The clock that calls run on.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Every call so far, oldest first.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls.Values.OrderBy(call => call.CreatedAt).ThenBy(call => call.Sid, StringComparer.Ordinal)];

    /// <summary>Everything that the vendor would have reported as an error, in order.</summary>
    public IReadOnlyList<NetworkFault> Faults => [.. _faults];

    internal PhoneNetworkOptions Options { get; }

    internal Pace Pace { get; }

    internal WebhookClient Webhooks { get; }

    internal MediaLibrary Media { get; }

    /// <summary>Calls a number of the account, by default the main one, with a scripted caller.</summary>
    /// <param name="from">The caller's number in E.164, or <c>anonymous</c>.</param>
    /// <param name="to">The number called.</param>
    public Handset Dial(string from, string? to = null)
    {
        var handset = new Handset(this);
        handset.Connect(Place(from, to ?? Options.Number, handset));
        return handset;
    }

    /// <summary>Lets time pass, on whatever clock the network runs.</summary>
    public Task Passes(TimeSpan time)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Pace.Timer(time, () =>
        {
            Pace.ScriptResumes();
            passed.SetResult();
        });
        Pace.ScriptWaits();
        return passed.Task;
    }

    /// <summary>Runs scripts beside each other; time moves when all of them wait.</summary>
    public async Task Together(int count, Func<int, Task> script)
    {
        Pace.AddScripts(count);
        Pace.ScriptWaits();
        var scripts = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            try
            {
                await script(i);
            }
            finally
            {
                Pace.AddScripts(-1);
            }
        })).ToArray();
        try
        {
            await Task.WhenAll(scripts);
        }
        finally
        {
            Pace.ScriptResumes();
        }
    }

    /// <summary>Ends every call and waits until the last request about them is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var call in _calls.Values.Where(call => !call.IsOver))
            call.Mailbox.Post(new Signal.HungUp("network", "completed"));
        for (var i = 0; i < 200 && Volatile.Read(ref _running) > 0; i++)
            await Passes(TimeSpan.FromMilliseconds(50));
        _http.Dispose();
        if (_ownsClock)
            (_clock as VirtualClock)?.Dispose();
    }

    internal string NewSid(string prefix) => prefix + NewHex();

    internal string NewToken() => new Guid(Convert.FromHexString(NewHex())).ToString();

    /// <summary>Runs work of the network's own, so that the network knows when it is finished.</summary>
    internal void Launch(Func<Task> work)
    {
        Interlocked.Increment(ref _running);
        Pace.RunAfter(Options.Latency, async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        });
    }

    internal Call Place(string from, string to, ITelephone telephone)
    {
        if (!_numbers.TryGetValue(to, out var number) || number.VoiceUrl is not { } voice)
            throw new InvalidOperationException($"{to} is not a number of the network with a voice URL; its numbers are {string.Join(", ", _numbers.Keys)}.");
        // A withheld number arrives as the digits of "ANONYMOUS" on a keypad.
        var caller = string.Equals(from, "anonymous", StringComparison.OrdinalIgnoreCase) ? "+266696687" : from;
        var call = new Call(NewSid("CA"), number, caller, to, "inbound", Pace, telephone);
        if (number.StatusCallback is { } callback)
            call.Callback = new StatusCallback(callback(), HttpMethod.Post, new HashSet<string>(StringComparer.Ordinal) { "completed" });
        _calls[call.Sid] = call;
        call.Become("ringing", Pace.Now);
        Launch(async () =>
        {
            using var run = new CallRun(this, call);
            await run.RunAsync(new DocumentSource.FromUrl(voice(), number.VoiceMethod));
        });
        return call;
    }

    internal void Answered(Call call)
    {
        if (call.Become("in-progress", Pace.Now))
            Tell(call, "answered");
    }

    internal void End(Call call, string status)
    {
        if (!call.Become(call.AnsweredAt is null || status is "failed" ? (status == "completed" ? "canceled" : status) : "completed", Pace.Now))
            return;
        call.Telephone.FallSilent(call);
        call.Telephone.Hear(call, new HungUp(Pace.Now, call.Status));
        Tell(call, "completed");
    }

    internal void Fault(Call call, int code, string problem)
    {
        call.Transcript.Note(TranscriptKind.Fault, $"{code} {problem}");
        _faults.Enqueue(new NetworkFault(call.Sid, code, problem));
    }

    internal static DocumentSource? FallbackFor(Call call, DocumentSource failed, DocumentFailed failure)
    {
        var isFallback = failed is DocumentSource.FromUrl { Extra: [("ErrorCode", _), ..] };
        return isFallback || call.Number.FallbackUrl is not { } fallback
            ? null
            : new DocumentSource.FromUrl(
                fallback(), call.Number.FallbackMethod,
                ("ErrorCode", failure.Code.ToString(CultureInfo.InvariantCulture)), ("ErrorUrl", failure.Url?.AbsoluteUri ?? ""));
    }

    internal WebhookRequest Ask(Call call, DocumentSource.FromUrl from, string purpose) => new(
        from.Url, from.Method, [.. CallParameters.Of(call, Options.AccountSid), .. from.Extra.Select(e => KeyValuePair.Create(e.Name, e.Value))],
        Options.AuthToken, purpose, call);

    private void Tell(Call call, string progress)
    {
        if (call.Callback is not { } callback || !callback.Events.Contains(progress))
            return;
        var request = Ask(call, new DocumentSource.FromUrl(callback.Url, callback.Method, CallParameters.OfProgress(call, progress, Pace.Now)), "callback");
        Launch(async () =>
        {
            var answer = await Webhooks.SendAsync(request, CancellationToken.None);
            if (answer.Error is { } error)
                Fault(call, answer.ErrorCode, $"The status callback {progress} to {callback.Url}: {error}");
        });
    }

    private string NewHex()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_randomGate)
            _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
