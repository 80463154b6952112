using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;

namespace Infoline.Ivr.Voice.Fallback;

/// <summary>
/// The network asks here when a step did not answer in time or answered with an error. A caller whose language is known hears so and
/// is back at the main menu; before that the greeting begins anew. What is heard when no node answers is <c>recordings/fallback.xml</c>.
/// </summary>
internal static class FallbackEndpoint
{
    public static void Map(IEndpointRouteBuilder voice) => voice.MapPost("/fallback", Handle).WithName("fallback");

    private static VoiceDocument Handle(VoiceRequest request, GreetingDocuments greeting, MenuDocuments documents, VoiceMetrics metrics)
    {
        metrics.FellBack();
        var (language, tries) = CallPlace.ReadUrl(request.ErrorUrl);
        // The tries go on, so that a line that fails at every step does not hold a silent caller for ever.
        return language is { } chosen ? documents.Sorry(chosen, Math.Min(tries + 1, CallPlace.MostTries)) : greeting.AskForLanguage(tries);
    }
}
