using System.Globalization;

namespace Infoline.PhoneNetwork;

/// <summary>
/// Somebody who can be called: a client, a telephone or a SIP address in the hand of a script. Without any habit it rings until the
/// script answers or declines, or the caller gives up.
/// </summary>
public sealed class Device : IDevice
{
    private readonly TelephoneNetwork _network;
    private readonly Lookout _lookout;
    private readonly List<Handset> _rings = [];
    private Action<Call> _habit = _ => { };
    private readonly List<TextMessage> _messages = [];
    private bool _receivesMessages = true;
    private int _next;
    private Handset? _line;

    internal Device(TelephoneNetwork network, string address)
    {
        (_network, Address) = (network, address);
        _lookout = new Lookout(network.Pace);
    }

    /// <summary>The address: <c>client:anna</c>, a number in E.164, or <c>sip:anna@example.org</c>.</summary>
    public string Address { get; }

    /// <summary>Every call that came here so far, in order.</summary>
    public IReadOnlyList<Handset> Calls => _lookout.Read(() => _rings.ToArray());

    /// <summary>The call that <see cref="Rings"/> last gave.</summary>
    public Handset Line => _line ?? throw new InvalidOperationException($"{Address} has no call yet: await Rings() first.");

    /// <summary>Every text message that came here so far, in order.</summary>
    public IReadOnlyList<TextMessage> Messages => _lookout.Read(() => _messages.ToArray());

    bool IDevice.IsMachine => IsMachine;

    bool IDevice.ReceivesMessages => _receivesMessages;

    private bool IsMachine { get; set; }

    /// <summary>Waits until the next call arrives.</summary>
    /// <exception cref="NotHeardException">None came in time.</exception>
    public async Task<Handset> Rings(TimeSpan? within = null)
    {
        var limit = within ?? Handset.Patience;
        return _line = await _lookout.Until(() => _next < _rings.Count ? _rings[_next++] : null, limit)
            ?? throw new NotHeardException(string.Create(
                CultureInfo.InvariantCulture, $"Expected {Address} to ring within {limit.TotalSeconds} s, but no call came ({_rings.Count} before)."));
    }

    /// <summary>Waits until a text message that contains these words has come.</summary>
    /// <exception cref="NotHeardException">None came in time.</exception>
    public async Task<TextMessage> Receives(string words, TimeSpan? within = null)
    {
        var limit = within ?? Handset.Patience;
        return await _lookout.Until(() => _messages.Find(message => message.Body.Contains(words, StringComparison.OrdinalIgnoreCase)), limit)
            ?? throw new NotHeardException(string.Create(
                CultureInfo.InvariantCulture, $"Expected {Address} to receive \"{words}\" within {limit.TotalSeconds} s; {_messages.Count} other messages came."));
    }

    /// <summary>Is a landline: text messages cannot be delivered to it.</summary>
    public Device CannotReceiveMessages()
    {
        _receivesMessages = false;
        return this;
    }

    /// <summary>Answers each call after it has rung for a while.</summary>
    public Device AnswersAfter(TimeSpan ringing) => Always(call => _network.Pace.Timer(ringing, call.PickUp));

    /// <summary>Lets every call ring.</summary>
    public Device NeverAnswers() => Always(_ => { });

    /// <summary>Is engaged: every call is refused at once.</summary>
    public Device IsBusy() => Always(call => call.Decline());

    /// <summary>Cannot be reached at all: every call fails.</summary>
    public Device DoesNotExist() => Always(call => call.Mailbox.Post(new Signal.HungUp("network", "failed")));

    /// <summary>A voicemail answers, plays its greeting and then listens.</summary>
    public Device HasVoicemail(string greeting, TimeSpan? ringing = null)
    {
        Always(call => _network.Pace.Timer(ringing ?? TimeSpan.FromSeconds(15), () =>
        {
            call.PickUp();
            _network.Pace.Timer(TimeSpan.FromSeconds(1), () => call.Speak(greeting));
        }));
        IsMachine = true;
        return this;
    }

    /// <summary>Is no longer registered: calls to it find nobody.</summary>
    public void GoesOffline() => _network.Devices.Remove(Address, this);

    /// <summary>Is registered again.</summary>
    public void ComesBack() => _network.Devices.Register(Address, this);

    /// <inheritdoc cref="Handset.Answers"/>
    public void Answers() => Line.Answers();

    /// <inheritdoc cref="Handset.Declines"/>
    public void Declines() => Line.Declines();

    /// <inheritdoc cref="Handset.HangsUp"/>
    public void HangsUp() => Line.HangsUp();

    /// <inheritdoc cref="Handset.Speaks"/>
    public void Speaks(string words) => Line.Speaks(words);

    /// <inheritdoc cref="Handset.Presses(char)"/>
    public void Presses(char key) => Line.Presses(key);

    /// <inheritdoc cref="Handset.Hears(string, TimeSpan?)"/>
    public Task<Heard> Hears(string what, TimeSpan? within = null) => Line.Hears(what, within);

    /// <inheritdoc cref="Handset.IsConnectedWith"/>
    public Task IsConnectedWith(Handset other, TimeSpan? within = null) => Line.IsConnectedWith(other, within);

    /// <inheritdoc cref="Handset.IsHungUp"/>
    public Task<string> IsHungUp(TimeSpan? within = null) => Line.IsHungUp(within);

    ITelephone IDevice.Ring(Call call)
    {
        var handset = new Handset(_network);
        handset.Connect(call);
        _habit(call);
        _lookout.Change(() => _rings.Add(handset));
        return handset;
    }

    void IDevice.Receive(TextMessage message) => _lookout.Change(() => _messages.Add(message));

    private Device Always(Action<Call> habit)
    {
        _habit = habit;
        IsMachine = false;
        return this;
    }
}
