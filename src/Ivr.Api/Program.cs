using Infoline.Ivr.Hosting;
using Infoline.Ivr.Voice;
using Infoline.Prompts;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHostSettings();
    builder.AddTelemetry();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(services => LineContent.Load(RecordingsFolder.Find(
        services.GetRequiredService<IOptions<HotlineOptions>>().Value.RecordingsFolder,
        builder.Environment.ContentRootPath)));
    builder.Services.AddHealth();
    builder.Services.AddVoice();
    builder.AddTelephoneNetwork();

    var app = builder.Build();
    _ = app.Services.GetRequiredService<IOptions<HotlineOptions>>().Value;
    _ = app.Services.GetRequiredService<LineContent>();
    app.Services.GetRequiredService<ContentReport>().Log();
    app.UseForwardedHeaders();
    app.UseMiddleware<RefusedWebhooks>();
    app.MapHealth();
    app.MapPrometheusScrapingEndpoint();
    app.MapVoice();
    app.MapTelephoneNetwork();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (fault is ContentException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync("The host did not start.");
    await Console.Error.WriteLineAsync(fault is OptionsValidationException options ? string.Join(Environment.NewLine, options.Failures) : fault.Message);
    return 1;
}
