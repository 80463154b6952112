using System.Collections.Concurrent;
using System.Globalization;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>A text message of the application to somebody.</summary>
/// <param name="Sid">Its SID: SM and 32 hexadecimal digits.</param>
/// <param name="From">The account's number.</param>
/// <param name="To">Whose telephone it is for.</param>
/// <param name="Body">The text.</param>
/// <param name="CreatedAt">When it was handed in.</param>
public sealed record TextMessage(string Sid, string From, string To, string Body, DateTimeOffset CreatedAt)
{
    private const int Gsm7Single = 160;
    private const int Gsm7Part = 153;
    private const int Ucs2Single = 70;
    private const int Ucs2Part = 67;

    /// <summary>queued, sent, delivered or undelivered.</summary>
    public string Status { get; internal set; } = "queued";

    /// <summary>The vendor's code when it could not be delivered; null otherwise.</summary>
    public int? ErrorCode { get; internal set; }

    /// <summary>When the status last changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; } = CreatedAt;

    /// <summary>How many messages it is billed as; letters outside ASCII make it UCS-2 here, so the count errs on the high side.</summary>
    public int Segments
    {
        get
        {
            var (single, part) = Body.All(char.IsAscii) ? (Gsm7Single, Gsm7Part) : (Ucs2Single, Ucs2Part);
            return Body.Length <= single ? 1 : (Body.Length + part - 1) / part;
        }
    }
}

/// <summary>Every text message of the account.</summary>
internal sealed class MessageBox(TelephoneNetwork network)
{
    /// <summary>"Landline or unreachable carrier".</summary>
    private const int CannotReceive = 30006;

    private static readonly TimeSpan Carriage = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TextMessage> _messages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<object, Action<TextMessage>> _watchers = new();

    public IReadOnlyList<TextMessage> All => [.. _messages.Values.OrderByDescending(message => message.CreatedAt).ThenBy(message => message.Sid, StringComparer.Ordinal)];

    public TextMessage? Of(string sid) => _messages.GetValueOrDefault(sid);

    public TextMessage Send(string from, string to, string body, StatusCallback? callback)
    {
        var message = new TextMessage(network.NewSid("SM"), from, to, body, network.Pace.Now);
        _messages[message.Sid] = message;
        _ = network.Pace.Timer(Carriage, () =>
        {
            Become(message, "sent", callback);
            _ = network.Pace.Timer(Carriage, () => Deliver(message, callback));
        });
        return message;
    }

    private void Deliver(TextMessage message, StatusCallback? callback)
    {
        var device = network.Devices.At(message.To);
        if (device is { ReceivesMessages: false })
            message.ErrorCode = CannotReceive;
        Become(message, message.ErrorCode is null ? "delivered" : "undelivered", callback);
        if (message.ErrorCode is not null)
            return;
        device?.Receive(message);
        foreach (var tell in _watchers.Values)
            tell(message);
    }

    /// <summary>Tells of each message that arrives somewhere, until <paramref name="watcher"/> is given to <see cref="Forget"/>.</summary>
    public void Watch(object watcher, Action<TextMessage> arrived) => _watchers[watcher] = arrived;

    /// <summary>Tells no more.</summary>
    public void Forget(object watcher) => _watchers.TryRemove(watcher, out _);

    private void Become(TextMessage message, string status, StatusCallback? callback)
    {
        (message.Status, message.UpdatedAt) = (status, network.Pace.Now);
        if (callback is null)
            return;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("AccountSid", network.Options.AccountSid),
            new("ApiVersion", "2010-04-01"),
            new("From", message.From),
            new("To", message.To),
            new("MessageSid", message.Sid),
            new("SmsSid", message.Sid),
            new("MessageStatus", status),
            new("SmsStatus", status),
        };
        if (message.ErrorCode is { } code)
            fields.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        network.Tell(new WebhookRequest(callback.Url, callback.Method, fields, network.Options.AuthToken, "callback", null) { Event = $"message-{status}" });
    }
}
