namespace Twilio.Types;

/// <summary>Something a call can be made to or from.</summary>
public interface IEndpoint
{
    /// <summary>The address as it goes on the wire.</summary>
    string ToString();
}

/// <summary>A telephone number in E.164 form, a <c>sip:</c> address or a <c>client:</c> name.</summary>
public class PhoneNumber(string number) : IEndpoint
{
    public static implicit operator PhoneNumber(string number) => new(number);

    /// <summary>The number as given.</summary>
    public override string ToString() => number;
}

/// <summary>A softphone, addressed by its identity.</summary>
public class Client : IEndpoint
{
    /// <summary>What marks an address as a softphone's.</summary>
    public const string PREFIX = "client:";

    private readonly string _address;

    /// <summary>A softphone by its identity, with or without the prefix.</summary>
    public Client(string client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _address = client.StartsWith(PREFIX, StringComparison.OrdinalIgnoreCase) ? client : PREFIX + client;
    }

    /// <summary>The address with its prefix.</summary>
    public override string ToString() => _address;
}

/// <summary>A TwiML document given as text, for REST calls that take one.</summary>
public class Twiml(string twiml)
{
    public static implicit operator Twiml(string twiml) => new(twiml);

    /// <summary>The document.</summary>
    public override string ToString() => twiml;
}

/// <summary>A URL attribute that is present and empty, such as a conference's silent <c>waitUrl</c>.</summary>
public class EmptyUri : Uri
{
    /// <summary>The address that stands for the empty one inside the program; it never goes on the wire.</summary>
    public static readonly string Uri = "https://this.is.empty.url";

    /// <summary>The empty address.</summary>
    public EmptyUri()
        : base(Uri)
    {
    }
}
