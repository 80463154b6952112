using System.Collections.Concurrent;
using Infoline.PhoneNetwork.Conferences;
using Infoline.PhoneNetwork.Media;
using Infoline.PhoneNetwork.Rest;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>An error that the vendor would have reported in its debugger.</summary>
/// <param name="CallSid">The call it happened on; empty when it was on none.</param>
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
    private RestServer? _server;
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
        Disturbances = new DisturbanceBook(seed);
        Webhooks = new WebhookClient(_http, Pace, () => NewToken(), Disturbances);
        Callbacks = new CallbackPost(this);
        Media = new MediaLibrary(_http, _clock);
        Connections = new Lookout(Pace);
        Conferences = new ConferenceRooms(this);
        Recordings = new RecordingShelf(this);
        Messages = new MessageBox(this);
        Outbound = new OutboundQueue(Pace, () => Options.CallsPerSecond);
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

    internal CallbackPost Callbacks { get; }

    internal DisturbanceBook Disturbances { get; }

    internal MediaLibrary Media { get; }

    internal DeviceRegister Devices { get; } = new();

    internal ConferenceRooms Conferences { get; }

    internal RecordingShelf Recordings { get; }

    internal MessageBox Messages { get; }

    internal OutboundQueue Outbound { get; }

    /// <summary>Where scripts wait for calls to be connected.</summary>
    internal Lookout Connections { get; }

    /// <summary>Calls a number of the account, by default the main one, with a scripted caller.</summary>
    /// <param name="from">The caller's number in E.164, or <c>anonymous</c>.</param>
    /// <param name="to">The number called.</param>
    public Handset Dial(string from, string? to = null)
    {
        var handset = new Handset(this);
        handset.Connect(Place(from, to ?? Options.Number, handset));
        return handset;
    }

    /// <summary>Serves the REST resources on loopback until the network is disposed, and gives their base address.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    public async Task<Uri> ServeAsync(int port = 0) => (_server ??= await RestServer.StartAsync(this, port)).Address;

    /// <summary>A client, telephone or SIP address that the application can call, in the hand of a script.</summary>
    /// <param name="address"><c>client:anna</c>, a number in E.164, or <c>sip:anna@example.org</c>; the same address gives the same device.</param>
    public Device Device(string address)
    {
        if (Devices.At(address) is Device known)
            return known;
        var device = new Device(this, address);
        Devices.Register(address, device);
        return device;
    }

    /// <summary>Somebody with a telephone that the application can call.</summary>
    /// <param name="number">Their number in E.164.</param>
    public Device Subscriber(string number) => PhoneAddress.Of(number) is PhoneAddress.Number
        ? Device(number)
        : throw new ArgumentException($"'{number}' is not a telephone number in E.164; write for example +48600100200.", nameof(number));

    /// <summary>
    /// Lets something go wrong, until what is given back is disposed:
    /// <c>network.Disturb(Traffic.Callbacks("participant-join").Once(), Disturbance.Lost)</c>.
    /// </summary>
    public DisturbanceEntry Disturb(Traffic what, Disturbance how) => Disturbances.Add(what, how);

    /// <summary>What a call sounded like so far: what it heard and what was said on it.</summary>
    public CallAudio Listen(Call call) => CallAudio.Of(call, Pace.Now);

    /// <summary>Lets time pass, on whatever clock the network runs.</summary>
    public Task Passes(TimeSpan time)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Pace.Timer(time, () =>
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
        var scripts = new Task[count];
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < count; i++)
            Start(i);
        Pace.ScriptWaits();
        try
        {
            await started.Task;
            await Task.WhenAll(scripts);
        }
        finally
        {
            Pace.ScriptResumes();
        }

        // One starts when the one before it waits, so that every run starts them in the same order.
        void Start(int i) => Pace.Soon(() =>
        {
            Pace.AddScripts(1);
            scripts[i] = Task.Run(async () =>
            {
                try
                {
                    await script(i);
                }
                finally
                {
                    Pace.AddScripts(-1);
                }
            });
            if (i == count - 1)
                started.SetResult();
        });
    }

    /// <summary>Ends every call and waits until the last request about them is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var call in _calls.Values.Where(call => !call.IsOver))
            call.Mailbox.Post(new Signal.HungUp("network", "completed"));
        for (var i = 0; i < 200 && Volatile.Read(ref _running) > 0; i++)
            await Passes(TimeSpan.FromMilliseconds(50));
        if (_server is not null)
            await _server.DisposeAsync();
        _http.Dispose();
        if (_ownsClock)
            (_clock as VirtualClock)?.Dispose();
    }

    /// <summary>The URL of a REST resource.</summary>
    internal Uri Rest(string path) => new(Options.RestUrl?.Invoke() ?? _server?.Address ?? new Uri("http://127.0.0.1"), path);

    internal string NewSid(string prefix) => prefix + NewHex();

    internal string NewToken() => new Guid(Convert.FromHexString(NewHex())).ToString();

    /// <summary>Runs work of the network's own, so that the network knows when it is finished.</summary>
    internal void Launch(Func<Task> work, TimeSpan later = default)
    {
        Interlocked.Increment(ref _running);
        Pace.RunAfter(Options.Latency + later, async () =>
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
        if (NumberOf(to) is not { VoiceUrl: { } voice } number)
            throw new InvalidOperationException($"{to} is not a number of the network with a voice URL; its numbers are {string.Join(", ", _numbers.Keys)}.");
        // A withheld number arrives as the digits of "ANONYMOUS" on a keypad.
        var caller = string.Equals(from, "anonymous", StringComparison.OrdinalIgnoreCase) ? "+266696687" : from;
        var call = Add(new Call(NewSid("CA"), caller, to, "inbound", Pace)
        {
            Telephone = telephone,
            Fallback = number.FallbackUrl is { } fallback ? () => new DocumentSource.FromUrl(fallback(), number.FallbackMethod) : null,
        });
        if (number.StatusCallback is { } callback)
            call.Callback = new StatusCallback(callback(), HttpMethod.Post, new HashSet<string>(StringComparer.Ordinal) { "completed" });
        call.Become("ringing", Pace.Now);
        Run(call, run => run.DocumentsAsync(new DocumentSource.FromUrl(voice(), number.VoiceMethod)));
        return call;
    }

    internal PhoneNumber? NumberOf(string number) => _numbers.GetValueOrDefault(number);

    internal Call? CallOf(string sid) => _calls.GetValueOrDefault(sid);

    /// <summary>Takes a call into the books.</summary>
    internal Call Add(Call call)
    {
        call.Uttered = sound =>
        {
            var room = call.Room;
            foreach (var other in (room?.Participants.Select(participant => participant.Call) ?? call.Hears).Where(other => other.Hears.Contains(call)))
                other.Hear(sound);
            room?.Spoke(call, sound.Length);
        };
        _calls[call.Sid] = call;
        return call;
    }

    /// <summary>Runs a call; what <paramref name="life"/> gives is how it ends.</summary>
    internal void Run(Call call, Func<CallRun, Task<string>> life) => Launch(async () =>
    {
        using var run = new CallRun(this, call);
        await run.RunAsync(life);
    });

    /// <summary>Sets whose voices a call hears, and tells scripts that wait for it.</summary>
    internal void Connect(Call call, IReadOnlyList<Call> others)
    {
        if (call.HearFrom(others))
            Connections.Look();
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
        Connect(call, []);
        call.FallSilent();
        call.Telephone.Hear(call, new HungUp(Pace.Now, call.Status));
        Tell(call, "completed");
    }

    internal void Fault(Call? call, int code, string problem)
    {
        call?.Transcript.Note(TranscriptKind.Fault, $"{code} {problem}");
        _faults.Enqueue(new NetworkFault(call?.Sid ?? "", code, problem));
    }

    internal WebhookRequest Ask(Call call, DocumentSource.FromUrl from, string purpose) => new(
        from.Url, from.Method, [.. CallParameters.Of(call, Options.AccountSid), .. from.Extra.Select(e => KeyValuePair.Create(e.Name, e.Value))],
        Options.AuthToken, purpose, call);

    /// <summary>Tells whoever asked for it how a call goes on.</summary>
    internal void Tell(Call call, string progress)
    {
        if (call.Callback is { } callback && callback.Events.Contains(progress))
            Tell(Ask(call, new DocumentSource.FromUrl(callback.Url, callback.Method, CallParameters.OfProgress(call, progress, Pace.Now)), "callback") with { Event = progress });
    }

    /// <summary>Sends a callback; nothing waits for its answer.</summary>
    internal void Tell(WebhookRequest request) => Callbacks.Send(request);

    private string NewHex()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_randomGate)
            _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
