using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Recordings;
using Infoline.Prompts;
using Twilio.AspNet.Core;
using Twilio.TwiML;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice;

/// <summary>The webhooks that drive a call, in the order in which a caller meets them.</summary>
internal static class VoiceEndpoints
{
    public static IServiceCollection AddVoice(this IServiceCollection services) => services
        .AddMemoryCache(cache => cache.SizeLimit = 32 * 1024 * 1024)
        .AddSingleton<Narrator>()
        .AddSingleton<MenuDocuments>()
        .AddSingleton<AgentDocuments>()
        .AddSingleton<CallJournal>()
        .AddSingleton<VoiceMetrics>()
        .AddSingleton<VoiceDocuments>();

    public static void MapVoice(this IEndpointRouteBuilder app)
    {
        var voice = app.MapGroup("/voice");
        voice.ValidateTwilioRequest();
        voice.AddEndpointFilter(app.ServiceProvider.GetRequiredService<VoiceDocuments>());

        GreetingEndpoints.Map(voice);
        MenuEndpoint.Map(voice);
        CallEndEndpoint.Map(voice);
        voice.MapPost("/{**garbled}", Garbled).WithName("garbled");

        RecordingEndpoint.Map(app);
    }

    /// <summary>A step that does not exist leads to the main menu, in the caller's language where the URL tells it.</summary>
    private static VoiceResponse Garbled(string? garbled, LineContent content, MenuDocuments documents)
    {
        var language = garbled?.Split('/').Select(part => LanguageCodes.TryParse(part, out var found) ? found : (Language?)null).FirstOrDefault(found => found is not null);
        return documents.Tell(content.Menu.Start, CallPlace.Entering(language ?? Language.Polish, content.Menu.Start.Id), CallPrompts.ErrorSorry);
    }
}
