using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio;
using Twilio.AspNet.Core;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Infoline.StandIns.Tests.Rest;

public class ClientTests
{
    [Fact]
    public async Task A_refusal_carries_the_code_the_status_and_where_to_read_on_and_is_not_tried_again()
    {
        await using var server = (await RestServer.Start()).Answers(
            """{"code": 21220, "message": "Call is not in-progress. Cannot redirect.", "more_info": "https://www.twilio.com/docs/errors/21220", "status": 400, "details": {"field": "Url", "limit": 3}}""",
            400);

        var refusal = await Should.ThrowAsync<ApiException>(() => CallResource.UpdateAsync("CA1", timeLimit: 5, client: server.Client()));

        refusal.Code.ShouldBe(21220);
        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldBe("Call is not in-progress. Cannot redirect.");
        refusal.MoreInfo.ShouldBe("https://www.twilio.com/docs/errors/21220");
        refusal.Details!["field"].ShouldBe("Url");
        refusal.Details["limit"].ShouldBe(3L);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(503, "[]")]
    public async Task An_answer_of_something_else_than_Twilio_is_an_ApiException_too(int status, string body)
    {
        await using var server = (await RestServer.Start()).Answers(body, status);

        var refusal = await Should.ThrowAsync<ApiException>(() => CallResource.FetchAsync("CA1", client: server.Client()));

        refusal.Message.ShouldContain(((HttpStatusCode)status).ToString());
        refusal.Message.ShouldContain(body);
        refusal.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Silence_of_the_network_is_an_ApiConnectionException()
    {
        var server = await RestServer.Start();
        var client = server.Client();
        await server.DisposeAsync();

        var fault = await Should.ThrowAsync<ApiConnectionException>(() => CallResource.FetchAsync("CA1", client: client));

        fault.InnerException.ShouldBeOfType<HttpRequestException>();
    }

    [Theory]
    [InlineData(null, null, "https://api.twilio.com")]
    [InlineData("ie1", null, "https://api.ie1.twilio.com")]
    [InlineData(null, "dublin", "https://api.dublin.us1.twilio.com")]
    [InlineData("ie1", "dublin", "https://api.dublin.ie1.twilio.com")]
    public async Task Region_and_edge_choose_the_host(string? region, string? edge, string host)
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CA1"}""");

        await CallResource.FetchAsync("CA1", client: server.Client(region, edge));

        server.Request.Host.ShouldBe(host);
    }

    [Fact]
    public async Task An_api_key_signs_for_an_account()
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CA1"}""");

        await CallResource.FetchAsync("CA1", client: server.Client(apiKey: "SK1"));

        server.Request.Target.ShouldStartWith(RestServer.Paths);
        server.Request.Authorization.ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"SK1:{RestServer.Token}")));
    }

    [Fact]
    public async Task The_default_client_is_used_when_a_call_names_none()
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CA1"}""");
        TwilioClient.Init(RestServer.Account, RestServer.Token);
        TwilioClient.GetRestClient().AccountSid.ShouldBe(RestServer.Account);
        TwilioClient.SetRestClient(server.Client());

        (await CallResource.FetchAsync("CA1")).Sid.ShouldBe("CA1");

        TwilioClient.Invalidate();
    }

    [Fact]
    public async Task The_registered_client_takes_its_settings_from_configuration_and_its_handlers_from_the_factory()
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CA1"}""");
        await using var provider = Services(new() { ["Twilio:AuthToken"] = RestServer.Token, ["Twilio:Client:AccountSid"] = RestServer.Account, ["Twilio:Client:Region"] = "ie1" }, server.Address);
        await using var scope = provider.CreateAsyncScope();

        await CallResource.FetchAsync("CA1", client: scope.ServiceProvider.GetRequiredService<ITwilioRestClient>());

        server.Request.Host.ShouldBe("https://api.ie1.twilio.com");
        server.Request.Authorization.ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RestServer.Account}:{RestServer.Token}")));
    }

    [Fact]
    public async Task The_registered_client_prefers_an_api_key()
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CA1"}""");
        await using var provider = Services(new()
        {
            ["Twilio:AuthToken"] = RestServer.Token,
            ["Twilio:Client:AccountSid"] = RestServer.Account,
            ["Twilio:Client:ApiKeySid"] = "SK1",
            ["Twilio:Client:ApiKeySecret"] = "secret",
        }, server.Address);
        await using var scope = provider.CreateAsyncScope();

        await CallResource.FetchAsync("CA1", client: scope.ServiceProvider.GetRequiredService<TwilioRestClient>());

        server.Request.Target.ShouldStartWith(RestServer.Paths);
        server.Request.Authorization.ShouldBe("Basic " + Convert.ToBase64String("SK1:secret"u8));
    }

    [Theory]
    [InlineData("", "", "CredentialType could not be determined")]
    [InlineData("AuthToken", "", "{AccountSid|AuthToken} options required")]
    [InlineData("ApiKey", "AC1", "{AccountSid|ApiKeySid|ApiKeySecret} options required")]
    public async Task Settings_that_name_no_whole_pair_of_credentials_are_refused(string type, string account, string reason)
    {
        await using var provider = Services(new() { ["Twilio:Client:AccountSid"] = account, ["Twilio:Client:CredentialType"] = type.Length > 0 ? type : "Unspecified" }, new Uri("http://127.0.0.1:9"));
        await using var scope = provider.CreateAsyncScope();

        Should.Throw<OptionsValidationException>(() => scope.ServiceProvider.GetRequiredService<ITwilioRestClient>())
            .Message.ShouldContain(reason);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings, Uri server)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddTwilioClient();
        services.AddHttpClient("Twilio").ConfigurePrimaryHttpMessageHandler(() => new RestServer.Retarget(server));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
