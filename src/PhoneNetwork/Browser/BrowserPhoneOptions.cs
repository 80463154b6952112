namespace Infoline.PhoneNetwork.Browser;

/// <summary>How the phone in the browser is set up.</summary>
public sealed class BrowserPhoneOptions
{
    /// <summary>
    /// Gives the words of a recording by its URL, so that they can be read while it plays; null where they are not known.
    /// </summary>
    public Func<Uri, Caption?> Caption { get; set; } = _ => null;

    /// <summary>What a newcomer can try with the keys of the phone, one sentence each; the caller's page lists them.</summary>
    public IReadOnlyList<string> Hints { get; set; } = [];
}

/// <summary>The words of a recording.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Their language as a BCP 47 tag, such as <c>pl-PL</c>.</param>
public sealed record Caption(string Text, string Language);
