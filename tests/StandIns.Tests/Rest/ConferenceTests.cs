using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Conference;
using Twilio.Types;
using CallRecordings = Twilio.Rest.Api.V2010.Account.Call;
using ConferenceRecordings = Twilio.Rest.Api.V2010.Account.Conference;
using HttpMethod = Twilio.Http.HttpMethod;
using Recordings = Twilio.Rest.Api.V2010.Account;

namespace Infoline.StandIns.Tests.Rest;

public class ConferenceTests
{
    private const string Participant = """
        {"call_sid": "CA1", "conference_sid": "CF1", "label": "consultant", "muted": false, "hold": true, "coaching": false, "status": "connected"}
        """;

    [Fact]
    public async Task A_conference_is_found_by_its_name()
    {
        await using var server = (await RestServer.Start()).Answers(
            """{"conferences": [{"sid": "CF1", "friendly_name": "reservation 7", "status": "in-progress"}], "page_size": 50, "uri": "/x", "next_page_uri": null}""");

        var found = await ConferenceResource.ReadAsync(
            friendlyName: "reservation 7",
            status: ConferenceResource.StatusEnum.InProgress,
            dateCreatedAfter: new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc),
            client: server.Client());

        found.Single().Sid.ShouldBe("CF1");
        server.Request.Target.ShouldBe(
            $"{RestServer.Paths}/Conferences.json?DateCreated%3E=2026-11-24&FriendlyName=reservation+7&Status=in-progress");
    }

    [Fact]
    public async Task A_conference_tells_why_it_ended()
    {
        await using var server = (await RestServer.Start()).Answers(
            """{"sid": "CF1", "status": "completed", "reason_conference_ended": "last-participant-left", "call_sid_ending_conference": "CA5"}""");

        var conference = await ConferenceResource.FetchAsync("CF1", client: server.Client());

        conference.ReasonConferenceEnded.ShouldBe(ConferenceResource.ReasonConferenceEndedEnum.LastParticipantLeft);
        conference.CallSidEndingConference.ShouldBe("CA5");
        server.Request.Target.ShouldBe($"{RestServer.Paths}/Conferences/CF1.json");
    }

    [Fact]
    public async Task A_conference_is_ended()
    {
        await using var server = (await RestServer.Start()).Answers("""{"sid": "CF1", "status": "completed"}""");

        await ConferenceResource.UpdateAsync("CF1", status: ConferenceResource.UpdateStatusEnum.Completed, client: server.Client());

        server.Request.Method.ShouldBe("POST");
        server.Request.Form.ShouldBe([("Status", "completed")]);
    }

    [Fact]
    public async Task A_consultant_is_called_into_a_conference()
    {
        await using var server = (await RestServer.Start()).Answers(Participant, 201);

        var participant = await ParticipantResource.CreateAsync(
            pathConferenceSid: "reservation-7",
            from: new PhoneNumber("+48426641797"),
            to: new PhoneNumber("+48600000000"),
            label: "consultant",
            timeout: 15,
            earlyMedia: false,
            beep: "false",
            endConferenceOnExit: true,
            waitUrl: new EmptyUri(),
            conferenceRecord: "record-from-start",
            statusCallbackEvent: ["answered", "completed"],
            jitterBufferSize: "small",
            client: server.Client());

        server.Request.Target.ShouldBe($"{RestServer.Paths}/Conferences/reservation-7/Participants.json");
        server.Request.Form.ShouldBe(
        [
            ("From", "+48426641797"),
            ("To", "+48600000000"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
            ("Label", "consultant"),
            ("Timeout", "15"),
            ("Beep", "false"),
            ("EndConferenceOnExit", "true"),
            ("WaitUrl", ""),
            ("EarlyMedia", "false"),
            ("ConferenceRecord", "record-from-start"),
            ("JitterBufferSize", "small"),
        ], ignoreOrder: true);
        participant.CallSid.ShouldBe("CA1");
        participant.Label.ShouldBe("consultant");
        participant.Hold.ShouldBe(true);
        participant.Status.ShouldBe(ParticipantResource.StatusEnum.Connected);
    }

    [Fact]
    public async Task A_participant_is_named_by_label_put_on_hold_and_put_out()
    {
        await using var server = (await RestServer.Start()).Answers(Participant).Answers(Participant).Answers("", 204);

        await ParticipantResource.FetchAsync("CF1", "my caller", client: server.Client());
        await ParticipantResource.UpdateAsync("CF1", "CA1", hold: true, holdUrl: new Uri("https://infoline.example/hold"), holdMethod: HttpMethod.Get, client: server.Client());
        var deleted = await ParticipantResource.DeleteAsync("CF1", "CA1", client: server.Client());

        deleted.ShouldBeTrue();
        server.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(
        [
            $"GET {RestServer.Paths}/Conferences/CF1/Participants/my%20caller.json",
            $"POST {RestServer.Paths}/Conferences/CF1/Participants/CA1.json",
            $"DELETE {RestServer.Paths}/Conferences/CF1/Participants/CA1.json",
        ]);
        server.Requests[1].Form.ShouldBe([("Hold", "true"), ("HoldUrl", "https://infoline.example/hold"), ("HoldMethod", "GET")]);
    }

    [Fact]
    public async Task Participants_are_listed_up_to_a_limit()
    {
        await using var server = (await RestServer.Start()).Answers(
            """{"participants": [{"call_sid": "CA1"}, {"call_sid": "CA2"}], "page_size": 2, "uri": "/x", "next_page_uri": "/next"}""");

        var participants = await ParticipantResource.ReadAsync("CF1", hold: false, limit: 2, client: server.Client());

        participants.Select(participant => participant.CallSid).ShouldBe(["CA1", "CA2"]);
        server.Request.Target.ShouldBe($"{RestServer.Paths}/Conferences/CF1/Participants.json?Hold=false&PageSize=2");
    }

    [Fact]
    public async Task A_recording_is_started_paused_and_deleted()
    {
        await using var server = (await RestServer.Start())
            .Answers("""{"sid": "RE1", "status": "in-progress", "channels": 2, "source": "StartCallRecordingAPI"}""", 201)
            .Answers("""{"sid": "RE1", "status": "paused"}""")
            .Answers("""{"sid": "RE1", "status": "stopped"}""")
            .Answers("", 204);
        var client = server.Client();

        var recording = await CallRecordings.RecordingResource.CreateAsync("CA1", recordingChannels: "dual", client: client);
        await CallRecordings.RecordingResource.UpdateAsync(
            "CA1", "Twilio.CURRENT", CallRecordings.RecordingResource.StatusEnum.Paused, pauseBehavior: "skip", client: client);
        await ConferenceRecordings.RecordingResource.UpdateAsync("CF1", "RE1", ConferenceRecordings.RecordingResource.StatusEnum.Stopped, client: client);
        (await Recordings.RecordingResource.DeleteAsync("RE1", client: client)).ShouldBeTrue();

        recording.Status.ShouldBe(CallRecordings.RecordingResource.StatusEnum.InProgress);
        recording.Source.ShouldBe(CallRecordings.RecordingResource.SourceEnum.Startcallrecordingapi);
        recording.Channels.ShouldBe(2);
        server.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(
        [
            $"POST {RestServer.Paths}/Calls/CA1/Recordings.json",
            $"POST {RestServer.Paths}/Calls/CA1/Recordings/Twilio.CURRENT.json",
            $"POST {RestServer.Paths}/Conferences/CF1/Recordings/RE1.json",
            $"DELETE {RestServer.Paths}/Recordings/RE1.json",
        ]);
        server.Requests[0].Form.ShouldBe([("RecordingChannels", "dual")]);
        server.Requests[1].Form.ShouldBe([("Status", "paused"), ("PauseBehavior", "skip")]);
    }

    [Fact]
    public async Task A_message_is_sent()
    {
        await using var server = (await RestServer.Start()).Answers(
            """{"sid": "SM1", "status": "queued", "from": "+48732000000", "to": "+48600000000", "error_code": null, "num_segments": "1"}""", 201);

        var message = await MessageResource.CreateAsync(
            to: new PhoneNumber("+48600000000"),
            from: new PhoneNumber("+48732000000"),
            body: "Oddzwonimy dziś o 15:00 / Передзвонимо",
            client: server.Client());

        server.Request.Target.ShouldBe($"{RestServer.Paths}/Messages.json");
        server.Request.Form.ShouldBe([("To", "+48600000000"), ("From", "+48732000000"), ("Body", "Oddzwonimy dziś o 15:00 / Передзвонимо")]);
        message.Status.ShouldBe(MessageResource.StatusEnum.Queued);
        message.From!.ToString().ShouldBe("+48732000000");
        message.ErrorCode.ShouldBeNull();
    }
}
