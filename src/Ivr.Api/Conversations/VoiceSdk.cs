namespace Infoline.Ivr.Conversations;

/// <summary>Twilio's SDK for browsers, which the build brings by npm where Node is present; it is in no repository.</summary>
internal static class VoiceSdk
{
    public const string Path = "/desk/voice-sdk/twilio.min.js";

    private static string FileOf(IWebHostEnvironment environment) => System.IO.Path.Combine(environment.ContentRootPath, "voice-sdk", "twilio.min.js");

    private static string? Find(IWebHostEnvironment environment) => Array.Find(
        [System.IO.Path.Combine(AppContext.BaseDirectory, "voice-sdk", "twilio.min.js"), FileOf(environment)], File.Exists);

    /// <summary>Whether the build has brought it.</summary>
    public static bool IsHere(IWebHostEnvironment environment) => Find(environment) is not null;

    public static void Map(WebApplication app) => app.MapGet(Path, (IWebHostEnvironment environment) =>
        Find(environment) is { } file ? Results.File(file, "text/javascript; charset=utf-8") : Results.NotFound()).RequireAuthorization(Infoline.Desk.Accounts.Policies.Consultant);
}
