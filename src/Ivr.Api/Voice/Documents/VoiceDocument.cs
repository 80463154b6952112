using System.Buffers;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>The answer to a webhook: what is heard, and where the call goes next.</summary>
/// <param name="Template">The document.</param>
/// <param name="Next">The relative URL of the next step; empty when the document has none.</param>
/// <param name="Lasting">
/// True when the webhook told again gets the same document by itself, because nothing in it depends on the time or on other calls.
/// </param>
internal sealed record VoiceDocument(DocumentTemplate Template, string Next, bool Lasting = false) : IResult
{
    /// <summary>The content type of every document.</summary>
    public const string ContentType = "application/xml; charset=utf-8";

    // URLs of steps hold letters, digits and -./?=& only; of these XML escapes the last.
    private readonly string _escaped = Next.Replace("&", "&amp;", StringComparison.Ordinal);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.ContentLength = Template.LengthWith(_escaped);
        Template.Write(response.BodyWriter, _escaped);
        return Task.CompletedTask;
    }

    /// <summary>The document as bytes, to be kept.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(Template.LengthWith(_escaped));
        Template.Write(bytes, _escaped);
        return bytes.WrittenSpan.ToArray();
    }
}
