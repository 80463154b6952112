using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>What a page asks of the network.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Dial), "dial")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(HangUp), "hangUp")]
internal abstract record PageCommand
{
    /// <summary>Calls the hotline.</summary>
    internal sealed record Dial(string From) : PageCommand;

    /// <summary>Presses a key.</summary>
    internal sealed record Press(string Key) : PageCommand;

    /// <summary>Hangs up.</summary>
    internal sealed record HangUp : PageCommand;

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

/// <summary>What the network tells a page.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Tones), "tones")]
[JsonDerivedType(typeof(Silence), "silence")]
[JsonDerivedType(typeof(Step), "step")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record PageEvent
{
    /// <summary>The line is open: the number to call, and one to call from that no other page has.</summary>
    internal sealed record Welcome(string To, string From) : PageEvent;

    /// <summary>The call is on its way.</summary>
    internal sealed record Placed(string Sid) : PageEvent;

    /// <summary>The call's status changed.</summary>
    internal sealed record Status(string Value) : PageEvent;

    /// <summary>A recording begins. When <paramref name="HasAudio"/>, the next binary message is its audio.</summary>
    internal sealed record Play(string Name, double Seconds, string? Text, string? Language, bool HasAudio) : PageEvent;

    /// <summary>Text is read aloud.</summary>
    internal sealed record Say(string Text, string Language, double Seconds) : PageEvent;

    /// <summary>Keypad tones are heard.</summary>
    internal sealed record Tones(string Digits, double Seconds) : PageEvent;

    /// <summary>What was heard stops.</summary>
    internal sealed record Silence : PageEvent;

    /// <summary>A line of the call's transcript.</summary>
    internal sealed record Step(double At, string Kind, string Text, string? Detail, double? Took) : PageEvent;

    /// <summary>What the page asked for cannot be done.</summary>
    internal sealed record Refused(string Reason) : PageEvent;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, PageJson.Default.PageEvent);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageCommand))]
[JsonSerializable(typeof(PageEvent))]
internal sealed partial class PageJson : JsonSerializerContext;
