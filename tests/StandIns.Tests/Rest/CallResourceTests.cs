using System.Text;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.StandIns.Tests.Rest;

public class CallResourceTests
{
    private const string Sid = "CA22222222222222222222222222222222";

    private const string Call = $$"""
        {
          "sid": "{{Sid}}", "account_sid": "{{RestServer.Account}}", "parent_call_sid": null, "status": "in-progress",
          "to": "client:anna", "from": "+48426641797", "direction": "outbound-api", "duration": "17", "queue_time": "1000",
          "date_created": "Tue, 24 Nov 2026 11:00:00 +0000", "start_time": "Tue, 24 Nov 2026 12:00:05 +0100", "end_time": null,
          "answered_by": "human", "a_field_of_tomorrow": { "x": [1] }
        }
        """;

    [Fact]
    public async Task Starting_a_call_posts_the_documented_form()
    {
        await using var server = (await RestServer.Start()).Answers(Call, 201);

        var call = await CallResource.CreateAsync(
            to: new Client("anna"),
            from: new PhoneNumber("+48426641797"),
            url: new Uri("https://infoline.example/voice/offer?reservation=7&who=%C5%81ucja"),
            method: HttpMethod.Post,
            statusCallback: new Uri("https://infoline.example/voice/status"),
            statusCallbackEvent: ["initiated", "answered", "completed"],
            timeout: 20,
            record: false,
            machineDetection: "Enable",
            client: server.Client());

        var request = server.Request;
        request.Method.ShouldBe("POST");
        request.Target.ShouldBe($"{RestServer.Paths}/Calls.json");
        request.Host.ShouldBe("https://api.twilio.com");
        request.Authorization.ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RestServer.Account}:{RestServer.Token}")));
        request.UserAgent.ShouldNotBeNull().ShouldStartWith("twilio-csharp/");
        request.Form.ShouldBe(
        [
            ("To", "client:anna"),
            ("From", "+48426641797"),
            ("StatusCallback", "https://infoline.example/voice/status"),
            ("StatusCallbackEvent", "initiated"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
            ("Timeout", "20"),
            ("Record", "false"),
            ("MachineDetection", "Enable"),
            ("Method", "POST"),
            ("Url", "https://infoline.example/voice/offer?reservation=7&who=%C5%81ucja"),
        ], ignoreOrder: true);
        call.Sid.ShouldBe(Sid);
        call.Status.ShouldBe(CallResource.StatusEnum.InProgress);
        call.ParentCallSid.ShouldBeNull();
        call.Duration.ShouldBe("17");
        call.EndTime.ShouldBeNull();
        call.DateCreated!.Value.ToUniversalTime().ShouldBe(new DateTime(2026, 11, 24, 11, 0, 0, DateTimeKind.Utc));
        call.StartTime!.Value.ToUniversalTime().ShouldBe(new DateTime(2026, 11, 24, 11, 0, 5, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_live_call_is_redirected_by_options()
    {
        await using var server = (await RestServer.Start()).Answers(Call);

        await CallResource.UpdateAsync(
            new UpdateCallOptions(Sid) { Url = new Uri("https://infoline.example/voice/connect?x=1"), Method = HttpMethod.Get },
            server.Client());

        server.Request.Target.ShouldBe($"{RestServer.Paths}/Calls/{Sid}.json");
        server.Request.Form.ShouldBe([("Url", "https://infoline.example/voice/connect?x=1"), ("Method", "GET")]);
    }

    [Fact]
    public async Task A_live_call_is_given_a_document_with_every_letter_intact()
    {
        const string document = "<Response><Say language=\"uk-UA\">Зачекайте & не кладіть слухавку + 5 хв.</Say></Response>";
        await using var server = (await RestServer.Start()).Answers(Call);

        await CallResource.UpdateAsync(pathSid: Sid, twiml: new Twiml(document), client: server.Client());

        server.Request.Form.ShouldBe([("Twiml", document)]);
    }

    [Fact]
    public async Task A_call_is_ended_in_another_account()
    {
        await using var server = (await RestServer.Start()).Answers(Call);

        await CallResource.UpdateAsync(
            pathSid: Sid,
            pathAccountSid: "AC33333333333333333333333333333333",
            status: CallResource.UpdateStatusEnum.Completed,
            client: server.Client());

        server.Request.Target.ShouldBe($"/2010-04-01/Accounts/AC33333333333333333333333333333333/Calls/{Sid}.json");
        server.Request["Status"].ShouldBe("completed");
    }

    [Fact]
    public async Task A_call_is_read_with_a_status_newer_than_the_library()
    {
        await using var server = (await RestServer.Start()).Answers($$"""{"sid": "{{Sid}}", "status": "transferring", "duration": null}""");

        var call = await CallResource.FetchAsync(Sid, client: server.Client());

        server.Request.Method.ShouldBe("GET");
        server.Request.Target.ShouldBe($"{RestServer.Paths}/Calls/{Sid}.json");
        server.Request.Form.ShouldBeEmpty();
        call.Status!.ToString().ShouldBe("transferring");
        (call.Status == CallResource.StatusEnum.Completed).ShouldBeFalse();
        call.Duration.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_goes_on_to_its_next_page()
    {
        await using var server = await RestServer.Start();
        server
            .Answers($$"""{"calls": [{"sid": "CA1"}, {"sid": "CA2"}], "page_size": 2, "uri": "/x", "next_page_uri": "{{RestServer.Paths}}/Calls.json?PageSize=2&Page=1"}""")
            .Answers("""{"calls": [{"sid": "CA3"}], "page_size": 2, "uri": "/x", "next_page_uri": null}""");

        var calls = await CallResource.ReadAsync(
            status: CallResource.StatusEnum.InProgress,
            startTimeAfter: new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc),
            pageSize: 2,
            client: server.Client());

        calls.Select(call => call.Sid).ShouldBe(["CA1", "CA2", "CA3"]);
        server.Requests.Select(request => request.Target).ShouldBe(
        [
            $"{RestServer.Paths}/Calls.json?Status=in-progress&StartTime%3E=2026-11-24T08%3A00%3A00Z&PageSize=2",
            $"{RestServer.Paths}/Calls.json?PageSize=2&Page=1",
        ]);
    }

    [Fact]
    public void A_call_is_read_from_text() => CallResource.FromJson(Call).To.ShouldBe("client:anna");
}
