using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>The host as a process of its own, started as the README says.</summary>
public sealed class FirstCommandTests
{
    private const string Invitation = "Call the hotline from a browser: ";

    [Fact]
    public async Task The_host_starts_on_embedded_defaults_and_says_where_to_click()
    {
        await using var host = HostProcess.Starts("Development");

        var line = await host.SaysAsync(Invitation, TimeSpan.FromMinutes(2));

        using var http = new HttpClient();
        var page = await http.GetAsync(new Uri(line[Invitation.Length..]), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<title>Phone");
    }

    [Fact]
    public async Task The_host_does_not_start_in_production_with_the_phone_network_on()
    {
        await using var host = HostProcess.Starts(
            "Production", "--PhoneNetwork:Enabled=true", "--Twilio:AuthToken=0123456789abcdef0123456789abcdef", "--Twilio:AccountSid=AC11111111111111111111111111111111");

        await host.SaysAsync("PhoneNetwork:Enabled is true, but", TimeSpan.FromMinutes(2));

        (await host.ExitsAsync()).ShouldBe(1);
    }

    private sealed class HostProcess : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly BlockingCollection<string> _lines = [];

        private HostProcess(Process process) => _process = process;

        public static HostProcess Starts(string environment, params string[] settings)
        {
            var root = Path.GetDirectoryName(Recordings.OfTheLine)!;
            var start = new ProcessStartInfo(Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet")
            {
                WorkingDirectory = Path.Combine(root, "src", "Ivr.Api"),
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
            foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Infoline.Ivr.Api.dll"), "--urls=http://127.0.0.1:0", .. OwnData.SettingsIn(OwnData.NewFolder()).Select(own => $"--{own.Key}={own.Value}"), .. settings])
                start.ArgumentList.Add(argument);
            var host = new HostProcess(new Process { StartInfo = start });
            host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
            host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
            host._process.Start();
            host._process.BeginOutputReadLine();
            host._process.BeginErrorReadLine();
            return host;
        }

        /// <summary>Waits for a line that begins so.</summary>
        public Task<string> SaysAsync(string beginning, TimeSpan within) => Task.Run(() =>
        {
            var seen = new List<string>();
            using var limit = new CancellationTokenSource(within);
            try
            {
                foreach (var line in _lines.GetConsumingEnumerable(limit.Token))
                {
                    seen.Add(line);
                    if (line.StartsWith(beginning, StringComparison.Ordinal))
                        return line;
                }
            }
            catch (OperationCanceledException)
            {
                // What was said instead is in the message below.
            }

            throw new TimeoutException($"The host did not say '{beginning}':{Environment.NewLine}{string.Join(Environment.NewLine, seen)}");
        });

        public async Task<int> ExitsAsync()
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return _process.ExitCode;
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            _lines.Dispose();
        }

        private void Keep(string? line)
        {
            if (line is not null)
                _lines.Add(line);
        }
    }
}
