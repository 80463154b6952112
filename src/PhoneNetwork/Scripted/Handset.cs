using System.Globalization;

namespace Infoline.PhoneNetwork;

/// <summary>A telephone in the hand of a script: it hears, presses keys and hangs up.</summary>
public sealed class Handset : ITelephone
{
    /// <summary>How long a script waits, in the network's time, before it gives up with the transcript.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TelephoneNetwork _network;
    private readonly Lock _gate = new();
    private readonly List<Heard> _heard = [];
    private int _next;
    private Expectation? _expectation;
    private Call? _call;

    internal Handset(TelephoneNetwork network) => _network = network;

    /// <summary>The call.</summary>
    public Call Call => _call ?? throw new InvalidOperationException("There is no call yet.");

    /// <summary>Everything heard so far.</summary>
    public IReadOnlyList<Heard> Heard
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    /// <summary>The names of the recordings heard so far, in order.</summary>
    public IReadOnlyList<string> Recordings => [.. Heard.OfType<Played>().Select(played => played.Name)];

    /// <summary>Waits until a recording of this name, or a text read aloud that contains it, begins; what comes before it is passed over.</summary>
    /// <exception cref="NotHeardException">It was not heard in time, or the call ended first.</exception>
    public Task<Heard> Hears(string what, TimeSpan? within = null) => Hears(heard => Matches(heard, what), $"\"{what}\"", within);

    /// <summary>Waits until something that fits begins.</summary>
    /// <exception cref="NotHeardException">It was not heard in time, or the call ended first.</exception>
    public async Task<Heard> Hears(Func<Heard, bool> fits, string described, TimeSpan? within = null)
    {
        var limit = within ?? Patience;
        return await NextAsync(fits, limit) ?? throw Missed(described, limit);
    }

    /// <summary>Waits until these begin one after another, with nothing between them.</summary>
    /// <exception cref="NotHeardException">Something else was heard, or nothing in time.</exception>
    public async Task HearsInOrder(params string[] names)
    {
        await Hears(names[0]);
        foreach (var name in names.Skip(1))
        {
            var heard = await NextAsync(_ => true, Patience) ?? throw Missed($"\"{name}\"", Patience);
            if (!Matches(heard, name))
                throw new NotHeardException($"Expected to hear \"{name}\" next, but {heard}.", Call);
        }
    }

    /// <summary>Waits until the call is over, and says how it ended.</summary>
    /// <exception cref="NotHeardException">It was not over in time.</exception>
    public async Task<string> IsHungUp(TimeSpan? within = null)
    {
        var limit = within ?? Patience;
        return (await NextAsync(heard => heard is HungUp, limit) as HungUp ?? throw Missed("the call end", limit)).Status;
    }

    /// <summary>Presses a key: 0 to 9, * or #.</summary>
    public void Presses(char key)
    {
        if (!"0123456789*#".Contains(key, StringComparison.Ordinal))
            throw new ArgumentException($"'{key}' is not on a keypad; the keys are 0-9, * and #.", nameof(key));
        Call.Mailbox.Post(new Signal.Key(key));
    }

    /// <summary>Presses keys one after another.</summary>
    public void Presses(string keys)
    {
        foreach (var key in keys)
            Presses(key);
    }

    /// <summary>Hangs up.</summary>
    public void HangsUp() => Call.Mailbox.Post(new Signal.HungUp("caller", "completed"));

    void ITelephone.Hear(Call call, Heard sound)
    {
        lock (_gate)
        {
            _heard.Add(sound);
            Look();
        }
    }

    void ITelephone.FallSilent(Call call)
    {
    }

    internal void Connect(Call call) => _call = call;

    private static bool Matches(Heard heard, string what) => heard switch
    {
        Played played => string.Equals(played.Name, what, StringComparison.Ordinal),
        Said said => said.Text.Contains(what, StringComparison.OrdinalIgnoreCase),
        Tones tones => tones.Digits == what,
        _ => false,
    };

    private Task<Heard?> NextAsync(Func<Heard, bool> fits, TimeSpan limit)
    {
        lock (_gate)
        {
            if (_expectation is not null)
                throw new InvalidOperationException("A handset hears one thing at a time: await what was asked before.");
            var expectation = new Expectation(fits);
            _expectation = expectation;
            _network.Pace.ScriptWaits();
            Look();
            if (_expectation is not null)
                expectation.Timer = _network.Pace.Timer(limit, () => GiveUp(expectation));
            return expectation.Source.Task;
        }
    }

    private void Look()
    {
        for (; _expectation is { } expectation && _next < _heard.Count; _next++)
        {
            var heard = _heard[_next];
            if (expectation.Fits(heard))
                Meet(expectation, heard);
            else if (heard is HungUp)
            {
                Meet(expectation, null);
                return;
            }
        }
    }

    private void GiveUp(Expectation expectation)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_expectation, expectation))
                Meet(expectation, null);
        }
    }

    private void Meet(Expectation expectation, Heard? heard)
    {
        _expectation = null;
        expectation.Timer?.Dispose();
        _network.Pace.ScriptResumes();
        expectation.Source.SetResult(heard);
    }

    private NotHeardException Missed(string what, TimeSpan limit) => new(
        Call.IsOver && Heard is [.., HungUp over]
            ? $"Expected {what}, but {over}."
            : string.Create(CultureInfo.InvariantCulture, $"Expected {what} within {limit.TotalSeconds} s, but it did not come."), Call);

    private sealed class Expectation(Func<Heard, bool> fits)
    {
        public Func<Heard, bool> Fits => fits;

        public TaskCompletionSource<Heard?> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ITimer? Timer { get; set; }
    }
}

/// <summary>A script did not hear what it expected. The message ends with the call's transcript.</summary>
public sealed class NotHeardException : Exception
{
    internal NotHeardException(string message, Call call)
        : base($"{message}{Environment.NewLine}{call.Transcript}")
    {
    }
}
