namespace Infoline.Ivr.Voice.Queue;

/// <summary>The parts of waiting.</summary>
internal static class QueueServices
{
    public static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddSingleton<QueueDesk>()
        .AddSingleton<WaitDocuments>()
        .AddSingleton<WaitingRoom>();
}
