using System.Buffers;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Twilio.TwiML;

namespace Twilio.AspNet.Core;

/// <summary>Answers a request with a TwiML document.</summary>
public class TwiMLResult : IResult, IActionResult
{
    private static readonly byte[] Empty = "<Response></Response>"u8.ToArray();

    private readonly TwiML.TwiML? _twiml;
    private readonly SaveOptions _formattingOptions;

    /// <summary>A document, indented; null answers with an empty one.</summary>
    public TwiMLResult(TwiML.TwiML? twiml)
        : this(twiml, SaveOptions.None)
    {
    }

    /// <summary>A document formatted as asked.</summary>
    public TwiMLResult(TwiML.TwiML? twiml, SaveOptions formattingOptions)
    {
        _twiml = twiml;
        _formattingOptions = formattingOptions;
    }

    /// <summary>Writes the document to the response.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        return WriteAsync(httpContext);
    }

    /// <summary>Writes the document to the response.</summary>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WriteAsync(context.HttpContext);
    }

    private async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "application/xml";
        // A document that cannot be written throws here, before the first byte has left.
        if (_twiml is null)
        {
            response.ContentLength = Empty.Length;
            response.BodyWriter.Write(Empty);
        }
        else
        {
            response.ContentLength = _twiml.WriteTo(response.BodyWriter, _formattingOptions);
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}

/// <summary>Turns a response into a result.</summary>
public static class TwiMLExtensions
{
    /// <summary>The response as a result.</summary>
    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse) => new(voiceResponse);

    /// <summary>The response as a result, formatted as asked.</summary>
    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse, SaveOptions formattingOptions) =>
        new(voiceResponse, formattingOptions);
}

/// <summary>Adds TwiML to <c>Results.Extensions</c>.</summary>
public static class ResultsExtensions
{
    /// <summary>Answers with the document.</summary>
    public static TwiMLResult TwiML(this IResultExtensions results, TwiML.TwiML twimlResponse) => new(twimlResponse);

    /// <summary>Answers with the document, formatted as asked.</summary>
    public static TwiMLResult TwiML(this IResultExtensions results, TwiML.TwiML twimlResponse, SaveOptions formattingOptions) =>
        new(twimlResponse, formattingOptions);
}
