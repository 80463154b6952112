using System.Net;
using System.Text.Json;

namespace Infoline.Ivr.Tests.Hosting;

public sealed class ObservationTests : IDisposable
{
    private readonly RunningHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_host_is_alive_and_ready_and_says_how_much_is_not_recorded()
    {
        (await Get("/health/live")).ShouldBe("Healthy");
        using var ready = JsonDocument.Parse(await Get("/health/ready"));

        ready.RootElement.GetProperty("status").GetString().ShouldBe("Degraded");
        var recordings = ready.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "recordings");
        recordings.GetProperty("description").GetString()!.ShouldMatch(@"^(\d+) of \1 recordings of the menu are missing; their text is said by a synthetic voice\.$");
    }

    [Fact]
    public async Task What_is_logged_while_a_webhook_is_answered_carries_the_call_in_its_scope_and_nothing_of_the_caller()
    {
        var end = new Dictionary<string, string> { ["CallSid"] = "CA77", ["From"] = "+48600100200", ["Caller"] = "+48600100200", ["CallStatus"] = "completed", ["CallDuration"] = "5" };
        await _host.Post("/voice/incoming", end);
        await _host.Post("/voice/menu/en/main?step=2", end);
        await _host.Post("/voice/status", end);

        _host.Log.Named("CallEnded").ShouldHaveSingleItem().Scope["CallSid"].ShouldBe("CA77");
        _host.Log.Lines.ShouldNotContain(line => line.Text.Contains("600100200") || line.Scope.Values.Any(value => value!.ToString()!.Contains("600100200")));
    }

    [Fact]
    public async Task What_the_line_measures_can_be_read_under_its_own_names()
    {
        var end = new Dictionary<string, string> { ["CallSid"] = "CA78", ["CallStatus"] = "completed", ["CallDuration"] = "5" };
        await _host.Document("/voice/incoming", callSid: "CA78");
        await _host.Post("/voice/fallback", end);
        await _host.Post("/voice/status", end);
        await _host.Post("/voice/incoming", end, signature: "wrong");

        var metrics = await Get("/metrics");

        string.Join('\n', "infoline_call_duration_seconds_sum", "infoline_webhook_refused", "infoline_webhook_fallback", "infoline_recording_missing", "http_server_request_duration")
            .Split('\n').ShouldAllBe(name => metrics.Contains(name));
    }

    private async Task<string> Get(string path)
    {
        var response = await _host.Client.GetAsync(new Uri(_host.Address, path), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
