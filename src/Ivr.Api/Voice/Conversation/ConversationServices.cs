using Infoline.Ivr.Voice.Ring;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The parts of ringing a consultant and of the conversation.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services) => services
        .AddSingleton<RingDocuments>()
        .AddSingleton<ConversationDocuments>()
        .AddSingleton<CallMover>()
        .AddSingleton<LostConversations>()
        .AddSingleton<Handover>()
        .AddSingleton<RoomEvents>()
        .AddSingleton<Meeting>()
        .AddSingleton<LegProgress>()
        .AddSingleton<Dialler>()
        .AddSingleton<CallWatch>()
        .AddHostedService<RingService>();
}
