namespace Infoline.Ivr.Voice.Recorder;

/// <summary>The parts of recording conversations.</summary>
internal static class RecorderServices
{
    public static IServiceCollection AddRecorder(this IServiceCollection services) => services
        .AddSingleton<CallRecorder>()
        .AddSingleton<RecorderDocuments>()
        .AddSingleton<RoomRecordings>()
        .AddSingleton<RecordingDeletion>()
        .AddHostedService(provider => provider.GetRequiredService<RecordingDeletion>());
}
