using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>What a page asks of the network. <c>Call</c> is the SID of one of the page's own calls.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Dial), "dial")]
[JsonDerivedType(typeof(At), "at")]
[JsonDerivedType(typeof(Register), "register")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
[JsonDerivedType(typeof(ToPeer), "toPeer")]
internal abstract record PageCommand
{
    /// <summary>Calls the hotline.</summary>
    internal sealed record Dial(string? From) : PageCommand;

    /// <summary>Wants calls to a subscriber's number; to none when it is no number.</summary>
    internal sealed record At(string? Number) : PageCommand;

    /// <summary>Wants calls to the client that the token names.</summary>
    internal sealed record Register(string? Token) : PageCommand;

    /// <summary>Answers a call that rings.</summary>
    internal sealed record Accept(string? Call) : PageCommand;

    /// <summary>Refuses a call that rings.</summary>
    internal sealed record Reject(string? Call) : PageCommand;

    /// <summary>Presses keys.</summary>
    internal sealed record Press(string? Call, string? Keys) : PageCommand;

    /// <summary>Hangs up.</summary>
    internal sealed record HangUp(string? Call) : PageCommand;

    /// <summary>Hands something of WebRTC to the page of another call with which this one is connected.</summary>
    internal sealed record ToPeer(string? Call, string? Peer, JsonElement Data) : PageCommand;

    /// <summary>Total: text that is no command gives null.</summary>
    public static PageCommand? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PageJson.Default.PageCommand);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>What the network tells a page. <c>Call</c> is the SID of the page's call that it is about.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Registered), "registered")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(Incoming), "incoming")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Tones), "tones")]
[JsonDerivedType(typeof(Tone), "tone")]
[JsonDerivedType(typeof(Silence), "silence")]
[JsonDerivedType(typeof(Peers), "peers")]
[JsonDerivedType(typeof(FromPeer), "fromPeer")]
[JsonDerivedType(typeof(Step), "step")]
[JsonDerivedType(typeof(Message), "message")]
internal abstract record PageEvent
{
    /// <summary>The line is open: the number to call, and one to call from that no other page has, and what can be tried.</summary>
    internal sealed record Welcome(string? To, string? From, IReadOnlyList<string>? Hints = null) : PageEvent;

    /// <summary>Calls to the client come to this page from now on.</summary>
    internal sealed record Registered(string Identity) : PageEvent;

    /// <summary>What the page asked for cannot be done.</summary>
    internal sealed record Refused(string Reason) : PageEvent;

    /// <summary>The call is on its way.</summary>
    internal sealed record Placed(string Call) : PageEvent;

    /// <summary>A call rings here.</summary>
    internal sealed record Incoming(string Call, string From, string To, IReadOnlyDictionary<string, string> Parameters) : PageEvent;

    /// <summary>The call's status changed.</summary>
    internal sealed record Status(string Call, string Value) : PageEvent;

    /// <summary>A recording begins. When <paramref name="HasAudio"/>, the next binary message is its audio.</summary>
    internal sealed record Play(string Call, string Name, double Seconds, string? Text, string? Language, bool HasAudio) : PageEvent;

    /// <summary>Text is read aloud; without a language it is somebody's voice, which cannot be imitated.</summary>
    internal sealed record Say(string Call, string Text, string? Language, double Seconds) : PageEvent;

    /// <summary>Keypad tones are heard.</summary>
    internal sealed record Tones(string Call, string Digits) : PageEvent;

    /// <summary>A signal of the network: ringing, holdMusic or beep.</summary>
    internal sealed record Tone(string Call, string Kind) : PageEvent;

    /// <summary>What was heard stops.</summary>
    internal sealed record Silence(string Call) : PageEvent;

    /// <summary>The other pages with which the call is connected, from now on.</summary>
    internal sealed record Peers(string Call, IReadOnlyList<Peer> List) : PageEvent;

    /// <summary>Something of WebRTC from the page of another call.</summary>
    internal sealed record FromPeer(string Call, string Peer, JsonElement Data) : PageEvent;

    /// <summary>A line of the call's transcript.</summary>
    internal sealed record Step(string Call, double At, string Kind, string Text, string? Detail, double? Took) : PageEvent;

    /// <summary>A text message arrives at the number from which the page calls.</summary>
    internal sealed record Message(string From, string Body) : PageEvent;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, PageJson.Default.PageEvent);
}

/// <summary>A page at the other end of a connection.</summary>
/// <param name="Call">The SID of its call.</param>
/// <param name="Name">Who is there, as the network knows them.</param>
/// <param name="Offers">Whether this page makes the offer of WebRTC, rather than the other.</param>
/// <param name="Heard">Whether the other is heard here.</param>
/// <param name="Hears">Whether the other hears what is said here.</param>
internal sealed record Peer(string Call, string Name, bool Offers, bool Heard, bool Hears);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageCommand))]
[JsonSerializable(typeof(PageEvent))]
internal sealed partial class PageJson : JsonSerializerContext;
