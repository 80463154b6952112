using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Benchmarks.Voice;

/// <summary>The baseline: Kestrel with one terminal handler that looks at nothing and writes the bytes of a file.</summary>
internal static class BareServer
{
    public const string Name = "voice-bare";

    public static Command Command()
    {
        var file = new Argument<FileInfo>("file") { Description = "What every request is answered with." };
        var command = new Command(Name, "The baseline of 'voice'; it is started by it.") { file };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), cancellation));
        return command;
    }

    private static async Task RunAsync(FileInfo file, CancellationToken cancellation)
    {
        var document = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "application/xml; charset=utf-8";
            context.Response.ContentLength = document.Length;
            await context.Response.BodyWriter.WriteAsync(document);
        });
        await app.StartAsync(cancellation);
        await ((IHost)app).WaitForShutdownAsync(cancellation);
    }
}
