using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>Nobody can place calls through a host in production.</summary>
public sealed class PhoneInProductionTests
{
    [Theory]
    [InlineData("/phone")]
    [InlineData("/phone/line")]
    [InlineData("/phone/assets/phone.js")]
    [InlineData("/phone/fallback.xml")]
    public async Task There_is_no_phone_in_production(string path)
    {
        await using var host = Host("Production");

        var response = await host.CreateClient().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task There_is_no_phone_when_an_account_of_the_vendor_is_configured()
    {
        await using var host = Host("Development");

        var response = await host.CreateClient().GetAsync(new Uri("/phone", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("")]
    public async Task A_page_of_another_site_cannot_place_calls(string origin)
    {
        await using var host = new DevelopmentHost();
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        if (origin.Length > 0)
            socket.Options.SetRequestHeader("Origin", origin);

        var refused = await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(
            new UriBuilder(host.Address) { Scheme = "ws", Path = "/phone/line" }.Uri, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("400");
    }

    private static WebApplicationFactory<Program> Host(string environment) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.UseEnvironment(environment);
        foreach (var (setting, value) in OwnData.SettingsIn(OwnData.NewFolder()))
            builder.UseSetting(setting, value);
        builder.UseSetting("Twilio:AuthToken", "0123456789abcdef0123456789abcdef");
        builder.UseSetting("Hotline:PrivacyKey", "only-for-tests-only-for-tests-only");
        builder.UseSetting("Twilio:AccountSid", "AC11111111111111111111111111111111");
    });
}
