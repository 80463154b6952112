using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Fallback;

/// <summary>
/// The network asks here when a step did not answer in time or answered with an error. A caller of the queue is led to the same step once
/// more and keeps the place. Any other whose language is known hears that something failed and is back at the main menu; before a language is
/// chosen the greeting begins anew. What is heard when no node answers is <c>recordings/fallback.xml</c>.
/// </summary>
internal static class FallbackEndpoint
{
    private const string Again = "again=1";
    private static readonly string[] OfTheQueue = ["/voice/wait/", "/voice/connect/", "/voice/after/"];

    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/fallback", Handle).WithName("fallback");

    private static object Handle(VoiceRequest request, GreetingDocuments greeting, MenuDocuments documents, VoiceMetrics metrics)
    {
        metrics.FellBack();
        if (OnceMore(request.ErrorUrl) is { } step)
        {
            var response = new VoiceResponse();
            response.Redirect(step, Twilio.Http.HttpMethod.Post);
            return response;
        }

        var (language, tries) = CallPlace.ReadUrl(request.ErrorUrl);
        // The tries go on, so that a line that fails at every step does not hold a silent caller for ever.
        return language is { } chosen ? documents.Sorry(chosen, Math.Min(tries + 1, CallPlace.MostTries)) : greeting.AskForLanguage(tries);
    }

    /// <summary>The step of the queue that failed, once; null for any other, and when it failed twice in a row.</summary>
    private static Uri? OnceMore(string failed) =>
        Uri.TryCreate(failed, UriKind.Absolute, out var url)
        && Array.Exists(OfTheQueue, step => url.AbsolutePath.StartsWith(step, StringComparison.Ordinal))
        && !url.Query.EndsWith(Again, StringComparison.Ordinal)
            ? new Uri($"{url.PathAndQuery}{(url.Query.Length > 1 ? "&" : "?")}{Again}", UriKind.Relative)
            : null;
}
