using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Infoline.Benchmarks.Voice;

/// <summary>A server in a process of its own, stopped at the end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServerProcess(Process process, Uri address, DirectoryInfo folder)
    {
        (_process, Address, _folder) = (process, address, folder);
    }

    public Uri Address { get; }

    /// <summary>Bytes of memory in use.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the hotline as it runs in production, in an office that opens today: with no data of an earlier run.</summary>
    public static Task<ServerProcess> StartHostAsync(CancellationToken cancellation)
    {
        var start = Dotnet("Infoline.Ivr.Api.dll");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Twilio__AccountSid"] = "AC00000000000000000000000000000000";
        start.Environment["Twilio__AuthToken"] = SignedWebhooks.AuthToken;
        start.Environment["Hotline__PrivacyKey"] = "only-for-measuring-only-for-measuring";

        // Production serves no plain HTTP without a declared proxy; this one never calls.
        start.Environment["Hotline__KnownProxies__0"] = "192.0.2.99";
        var folder = Directory.CreateTempSubdirectory("infoline-");
        start.Environment["Database__Connection"] = $"Data Source={Path.Combine(folder.FullName, "infoline.db")}";
        start.Environment["Routing__DataFolder"] = Path.Combine(folder.FullName, "queue");
        start.Environment["Desk__KeysFolder"] = Path.Combine(folder.FullName, "keys");
        return StartAsync(start, "/health/live", folder, cancellation);
    }

    /// <summary>Starts the baseline, which answers everything with the same bytes.</summary>
    public static async Task<ServerProcess> StartBareAsync(byte[] document, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("infoline-");
        var file = Path.Combine(folder.FullName, "document.xml");
        await File.WriteAllBytesAsync(file, document, cancellation);
        var start = Dotnet("Infoline.Benchmarks.dll");
        start.ArgumentList.Add(BareServer.Name);
        start.ArgumentList.Add(file);
        return await StartAsync(start, "/", folder, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ProcessStartInfo Dotnet(string assembly)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        return start;
    }

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, string probe, DirectoryInfo folder, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, address, folder);
        using var http = new HttpClient();
        for (var tries = 0; tries < 100 && !process.HasExited; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, probe), cancellation)).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(100, cancellation);
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"{start.ArgumentList[0]} did not answer within 10 s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
