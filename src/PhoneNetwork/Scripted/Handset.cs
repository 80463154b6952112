using System.Globalization;

namespace Infoline.PhoneNetwork;

/// <summary>A telephone in the hand of a script: it hears, speaks, presses keys and hangs up.</summary>
public sealed class Handset : ITelephone
{
    /// <summary>How long a script waits, in the network's time, before it gives up with the transcript.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TelephoneNetwork _network;
    private readonly Lookout _lookout;
    private readonly List<Heard> _heard = [];
    private int _next;
    private bool _listens;
    private Call? _call;

    internal Handset(TelephoneNetwork network)
    {
        _network = network;
        _lookout = new Lookout(network.Pace);
    }

    /// <summary>The call.</summary>
    public Call Call => _call ?? throw new InvalidOperationException("There is no call yet.");

    /// <summary>Everything heard so far.</summary>
    public IReadOnlyList<Heard> Heard => _lookout.Read(() => _heard.ToArray());

    /// <summary>The names of the recordings heard so far, in order.</summary>
    public IReadOnlyList<string> Recordings => [.. Heard.OfType<Played>().Select(played => played.Name)];

    /// <summary>
    /// Waits until a recording of this name, or words that contain it, begin; what comes before is passed over.
    /// "ringing", "hold music" and "beep" are the network's own signals.
    /// </summary>
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

    /// <summary>Waits until the two hear each other.</summary>
    /// <exception cref="NotHeardException">They did not in time.</exception>
    public Task IsConnectedWith(Handset other, TimeSpan? within = null) =>
        UntilConnection(() => Call.IsConnectedWith(other.Call), $"to be connected with {other.Call.Sid}", within);

    /// <summary>Waits until nobody is heard on the call and nobody hears it.</summary>
    /// <exception cref="NotHeardException">Somebody was still connected at the end.</exception>
    public Task IsAlone(TimeSpan? within = null) => UntilConnection(
        () => Call.Hears.Count == 0 && !_network.Calls.Any(other => other.Hears.Contains(Call)), "to be alone", within);

    /// <summary>Waits until the call is over, and says how it ended.</summary>
    /// <exception cref="NotHeardException">It was not over in time.</exception>
    public async Task<string> IsHungUp(TimeSpan? within = null)
    {
        var limit = within ?? Patience;
        return (await NextAsync(heard => heard is HungUp, limit) as HungUp ?? throw Missed("the call end", limit)).Status;
    }

    /// <summary>Says something, which everybody connected with the call hears.</summary>
    public void Speaks(string words) => Call.Speak(words);

    /// <summary>Presses a key: 0 to 9, * or #.</summary>
    public void Presses(char key)
    {
        if (!"0123456789*#".Contains(key, StringComparison.Ordinal))
            throw new ArgumentException($"'{key}' is not on a keypad; the keys are 0-9, * and #.", nameof(key));
        Call.Press(key);
    }

    /// <summary>Presses keys one after another.</summary>
    public void Presses(string keys)
    {
        foreach (var key in keys)
            Presses(key);
    }

    /// <summary>Answers a call that arrives.</summary>
    public void Answers() => Call.PickUp();

    /// <summary>Refuses a call that arrives.</summary>
    public void Declines() => Call.Decline();

    /// <summary>Hangs up.</summary>
    public void HangsUp() => Call.HangUp();

    void ITelephone.Hear(Call call, Heard sound) => _lookout.Change(() => _heard.Add(sound));

    void ITelephone.FallSilent(Call call)
    {
    }

    internal void Connect(Call call) => _call = call;

    private static bool Matches(Heard heard, string what) => heard switch
    {
        Played played => string.Equals(played.Name, what, StringComparison.Ordinal),
        Said said => said.Text.Contains(what, StringComparison.OrdinalIgnoreCase),
        Spoke spoke => spoke.Text.Contains(what, StringComparison.OrdinalIgnoreCase),
        Tones tones => tones.Digits == what,
        Tone tone => what == tone.Kind switch { ToneKind.Ringing => "ringing", ToneKind.HoldMusic => "hold music", _ => "beep" },
        _ => false,
    };

    private async Task<Heard?> NextAsync(Func<Heard, bool> fits, TimeSpan limit)
    {
        if (_listens)
            throw new InvalidOperationException("A handset hears one thing at a time: await what was asked before.");
        _listens = true;
        var found = await _lookout.Until(() => Look(fits), limit);
        _listens = false;
        return found is { } heard && fits(heard) ? heard : null;
    }

    /// <summary>The next thing that fits, or the end of the call, whatever comes first.</summary>
    private Heard? Look(Func<Heard, bool> fits)
    {
        for (; _next < _heard.Count; _next++)
        {
            if (fits(_heard[_next]))
                return _heard[_next++];
            if (_heard[_next] is HungUp over)
                return over;
        }

        return null;
    }

    private async Task UntilConnection(Func<bool> holds, string described, TimeSpan? within)
    {
        var limit = within ?? Patience;
        if (await _network.Connections.Until(() => holds() ? this : null, limit) is null)
            throw Missed(described, limit);
    }

    private NotHeardException Missed(string what, TimeSpan limit) => new(
        Call.IsOver && Heard is [.., HungUp over]
            ? $"Expected {what}, but {over}."
            : string.Create(CultureInfo.InvariantCulture, $"Expected {what} within {limit.TotalSeconds} s, but it did not come."), Call);
}

/// <summary>A script did not hear what it expected. The message ends with the call's transcript.</summary>
public sealed class NotHeardException : Exception
{
    internal NotHeardException(string message, Call call)
        : base($"{message}{Environment.NewLine}{call.Transcript}")
    {
    }

    internal NotHeardException(string message)
        : base(message)
    {
    }
}
