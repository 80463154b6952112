using Infoline.Desk;
using Infoline.Ivr.Conversations;
using Infoline.Ivr.Hosting;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Prompts.Recordings;
using Infoline.Prompts.Rendering;
using Infoline.Routing;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHostSettings();
    builder.WebHost.UseStaticWebAssets();
    builder.AddTelemetry();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(services => LineContent.Load(services.GetRequiredService<IOptions<HotlineOptions>>().Value, builder.Environment.ContentRootPath));
    builder.Services.AddSingleton(services => services.GetRequiredService<LineContent>().Menu);
    builder.Services.AddSingleton(services => services.GetRequiredService<LineContent>().Texts);
    builder.Services.AddSingleton(services => services.GetRequiredService<LineContent>().InForce);
    builder.Services.AddSingleton(services => new PromptInspection(FolderOf(services)));
    builder.Services.AddSingleton(services => new AnnouncementStudio(FolderOf(services)));
    builder.Services.AddHealth();
    builder.Services.AddCallRouting();
    builder.Services.AddVoice();
    builder.Services.AddConversationDesk();
    builder.AddCaseStatus();
    builder.AddTelephoneNetwork();
    builder.AddDesk();
    ProductionChecks.Add(builder);

    var app = builder.Build();
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    _ = app.Services.GetRequiredService<LineContent>();
    app.Services.GetRequiredService<ContentReport>().Log();
    app.UseForwardedHeaders();
    app.UseMiddleware<RefusedWebhooks>();
    app.UseDesk();
    app.MapHealth();
    app.MapPrometheusScrapingEndpoint();
    app.MapVoice();
    app.MapTelephoneNetwork();
    app.MapDesk();
    SoftphoneEndpoint.Map(app);
    VoiceSdk.Map(app);
    await app.RunAsync();
    return 0;

    string FolderOf(IServiceProvider services) => RecordingsFolder.Find(services.GetRequiredService<IOptions<HotlineOptions>>().Value.RecordingsFolder, builder.Environment.ContentRootPath);
}
catch (Exception fault) when (StartFaults.Of(fault) is { } sentences)
{
    await Console.Error.WriteLineAsync("The host did not start.");
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, sentences));
    return 1;
}
