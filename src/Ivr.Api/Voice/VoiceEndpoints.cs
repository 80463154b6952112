using Infoline.Desk.Hours;
using Infoline.Ivr.Voice.Agent;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Fallback;
using Infoline.Ivr.Voice.Greeting;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Ivr.Voice.Recordings;
using Infoline.Ivr.Voice.Rehearsal;
using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Signatures;
using Infoline.Ivr.Voice.Survey;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Prompts;
using Microsoft.AspNetCore.Mvc;

namespace Infoline.Ivr.Voice;

/// <summary>The webhooks that drive a call, in the order in which a caller meets them.</summary>
internal static class VoiceEndpoints
{
    /// <summary>Far above what the network sends: its webhooks have some thirty short fields.</summary>
    private const int MostBytes = 64 * 1024;

    public static IServiceCollection AddVoice(this IServiceCollection services) => services
        .AddMemoryCache(cache => cache.SizeLimit = 32 * 1024 * 1024)
        .AddSingleton<Narrator>()
        .AddSingleton<GreetingDocuments>()
        .AddSingleton<MenuDocuments>()
        .AddSingleton<MenuAnswers>()
        .AddSingleton<AgentDocuments>()
        .AddSingleton<CallerKeys>()
        .AddSingleton<CallJournal>()
        .AddSingleton<CallFarewell>()
        .AddSingleton<PathKeeper>()
        .AddSingleton<VoiceMetrics>()
        .AddSingleton<VoiceDocuments>()
        .AddSingleton<IRehearsal, CallRehearsal>()
        .AddTelephony()
        .AddQueue()
        .AddCallbacks()
        .AddConversation()
        .AddSurvey()
        .AddRecorder();

    public static void MapVoice(this IEndpointRouteBuilder app)
    {
        var voice = app.MapGroup("/voice").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        voice.RequireSignature();
        voice.AddEndpointFilter(app.ServiceProvider.GetRequiredService<VoiceDocuments>());

        GreetingEndpoints.Map(voice);
        MenuEndpoint.Map(voice);
        CaseStatusEndpoint.Map(voice);
        QueueEndpoints.Map(voice);
        CallbackEndpoints.Map(voice);
        RingEndpoints.Map(voice);
        CallerLegEndpoints.Map(voice);
        ConversationEndpoints.Map(voice);
        SurveyEndpoints.Map(voice);
        RecorderEndpoints.Map(voice);
        CallEndEndpoint.Map(voice);
        FallbackEndpoint.Map(voice);
        voice.MapPost("/{**garbled}", Garbled).WithName("garbled");

        RecordingEndpoint.Map(app);
    }

    /// <summary>A step that does not exist leads to the main menu, in the caller's language where the URL tells it.</summary>
    private static VoiceDocument Garbled(string? garbled, VoiceRequest request, MenuDocuments documents, CallJournal journal)
    {
        journal.Begin(request.CallSid);
        var language = garbled?.Split('/').Select(part => LanguageCodes.TryParse(part, out var found) ? found : (Language?)null).FirstOrDefault(found => found is not null);
        return documents.Sorry(language ?? Language.Polish, tries: 0);
    }
}
