namespace Infoline.PhoneNetwork.Webhooks;

/// <summary>One request of the network to the application.</summary>
internal sealed record WebhookRequest(
    Uri Url, HttpMethod Method, IReadOnlyList<KeyValuePair<string, string>> Form, string AuthToken, string Purpose, Call? Call)
{
    /// <summary>What a callback tells of, such as <c>completed</c> or <c>participant-join</c>; empty for a document.</summary>
    public string Event { get; init; } = "";

    /// <summary>What goes wrong with it; a request for a document finds that out at each try.</summary>
    public Disturbance? Disturbance { get; init; }
}

/// <summary>What came back: a status and a body, or an error code of Twilio's with its reason.</summary>
/// <param name="Url">The URL that answered, after redirects.</param>
/// <param name="Status">The HTTP status, 0 when there was no answer.</param>
/// <param name="ContentType">The media type without parameters, lower case.</param>
/// <param name="Body">The body as text; empty when there was none.</param>
/// <param name="ErrorCode">0, or Twilio's code: 11200 for a bad status, 11205 for no connection, 11237 and so on.</param>
/// <param name="Error">The reason in words; null without an error.</param>
internal sealed record WebhookAnswer(Uri Url, int Status, string ContentType, string Body, int ErrorCode = 0, string? Error = null);

/// <summary>Where a call's next document comes from.</summary>
internal abstract record DocumentSource
{
    /// <summary>A URL that is asked for it.</summary>
    internal sealed record FromUrl(Uri Url, HttpMethod Method, params (string Name, string Value)[] Extra) : DocumentSource;

    /// <summary>The document itself.</summary>
    internal sealed record Inline(string Twiml) : DocumentSource;
}
