namespace Infoline.PhoneNetwork;

/// <summary>What can be called, or call.</summary>
internal abstract record PhoneAddress(string Text)
{
    /// <summary>Reads any text; null when it is no address.</summary>
    public static PhoneAddress? Of(string text) => text switch
    {
        ['+', >= '1' and <= '9', ..] when text.Length is >= 8 and <= 16 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 => new Number(text),
        ['c', 'l', 'i', 'e', 'n', 't', ':', _, ..] when text.Length <= 7 + 256 => new Client(text),
        ['s', 'i', 'p', ':', ..] or ['s', 'i', 'p', 's', ':', ..] when text.IndexOf('@', StringComparison.Ordinal) > 0 => new Sip(text.Split('?', ';')[0]),
        _ => null,
    };

    /// <summary>A telephone number in E.164.</summary>
    internal sealed record Number(string Text) : PhoneAddress(Text);

    /// <summary>A registered client, as <c>client:identity</c>.</summary>
    internal sealed record Client(string Text) : PhoneAddress(Text);

    /// <summary>A SIP address.</summary>
    internal sealed record Sip(string Text) : PhoneAddress(Text);
}
