using System.Net;

namespace Infoline.PhoneNetwork.Tests;

public sealed class Conferencing
{
    private const string Room = """
        <Dial action="/after"><Conference beep="false" waitUrl="/wait" participantLabel="caller" statusCallback="/room"
        statusCallbackEvent="start end join leave mute hold modify speaker announcement">r1</Conference></Dial>
        """;

    [Fact]
    public async Task Caller_waits_with_music_until_the_consultant_is_called_into_the_conference()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var anna = network.Device("client:anna");

        var caller = network.Dial("+48600100200");
        await caller.Hears("music");
        var added = await api.Post("Conferences/r1/Participants.json",
            ("From", Office.Number), ("To", "client:anna"), ("Label", "consultant"), ("EndConferenceOnExit", "true"), ("Timeout", "20"), ("Beep", "false"));
        await anna.Rings();
        anna.Answers();
        await caller.IsConnectedWith(anna.Line);
        caller.Speaks("Dzień dobry");
        await anna.Hears("Dzień dobry");
        await network.Passes(TimeSpan.FromMinutes(5));
        anna.HangsUp();
        await caller.Hears("After");
        await caller.IsHungUp();

        added.Status.ShouldBe(HttpStatusCode.Created);
        added["label"].ShouldBe("consultant");
        (await Events(network, office)).ShouldBe([
            "participant-join caller", "participant-join consultant", "conference-start", "participant-speech-start caller", "participant-speech-stop caller",
            "participant-leave consultant", "participant-leave caller", "conference-end"]);
        var leaves = office.AskedFor("/room").Where(asked => asked["StatusCallbackEvent"] == "participant-leave").ToList();
        leaves.Select(asked => asked["ReasonParticipantLeft"]).ShouldBe(["participant_hung_up", "moderator_ended_conference"]);
        var end = office.AskedFor("/room").Single(asked => asked["StatusCallbackEvent"] == "conference-end");
        end["ReasonConferenceEnded"].ShouldBe("participant-with-end-conference-on-exit-left");
        end["CallSidEndingConference"].ShouldBe(anna.Line.Call.Sid);
        office.AskedFor("/room").Select(asked => int.Parse(asked["SequenceNumber"], null)).ShouldBe(Enumerable.Range(1, 8));
        office.AskedFor("/after").Single()["DialCallStatus"].ShouldBe("answered");
        network.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Music_plays_once_and_is_followed_by_silence()
    {
        await using var office = await Open();
        await using var network = office.Network();

        var caller = network.Dial("+48600100200");
        await caller.Hears("music");
        await network.Passes(TimeSpan.FromMinutes(3));

        caller.Recordings.ShouldBe(["music"]);
        office.AskedFor("/wait").Count.ShouldBe(1);
    }

    [Fact]
    public async Task On_hold_there_is_music_and_nobody_hears_anybody()
    {
        await using var office = await Open();
        office.Records("/hold.wav", 30);
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);

        await api.Post("Conferences/r1/Participants/caller.json", ("Hold", "true"), ("HoldUrl", office.Url("/hold.wav").AbsoluteUri));
        await caller.Hears("hold");
        await caller.IsAlone();
        anna.Speaks("Is anybody there?");
        await network.Passes(TimeSpan.FromSeconds(10));
        var held = await api.Get("Conferences/r1/Participants/caller.json");
        await api.Post("Conferences/r1/Participants/caller.json", ("Hold", "false"));
        await caller.IsConnectedWith(anna.Line);

        held["hold"].ShouldBe("true");
        caller.Heard.OfType<Spoke>().ShouldBeEmpty();
        (await Events(network, office)).ShouldContain("participant-hold caller");
        (await Events(network, office)).ShouldContain("participant-unhold caller");
    }

    [Fact]
    public async Task A_muted_participant_hears_but_is_not_heard()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);

        await api.Post("Conferences/r1/Participants/consultant.json", ("Muted", "true"));
        anna.Speaks("A word among ourselves");
        caller.Speaks("Hello?");
        await anna.Hears("Hello?");

        caller.Heard.OfType<Spoke>().ShouldBeEmpty();
        (await Events(network, office)).ShouldContain("participant-mute consultant");
    }

    [Fact]
    public async Task A_supervisor_coaches_the_consultant_unheard_by_the_caller()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);
        var eva = network.Device("client:eva").AnswersAfter(TimeSpan.FromSeconds(1));

        var added = await api.Post("Conferences/r1/Participants.json",
            ("From", Office.Number), ("To", "client:eva"), ("Coaching", "true"), ("CallSidToCoach", anna.Line.Call.Sid), ("Beep", "false"));
        await eva.Rings();
        await eva.IsConnectedWith(anna.Line);
        eva.Speaks("Ask for the case number");
        await anna.Hears("case number");
        caller.Speaks("I have it here");
        await eva.Hears("I have it");

        added["coaching"].ShouldBe("true");
        caller.Heard.OfType<Spoke>().ShouldBeEmpty();
        (await api.Post("Conferences/r1/Participants.json", ("From", Office.Number), ("To", "client:eva"), ("Coaching", "true"),
            ("CallSidToCoach", "CA00000000000000000000000000000000")))["code"].ShouldBe("13240");
    }

    [Fact]
    public async Task An_announcement_is_heard_by_all_or_by_one()
    {
        await using var office = await Open();
        office.Answers("/all", "<Say>The office closes in five minutes</Say>").Answers("/one", "<Say>Only for you</Say>");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);
        var sid = (await api.Get("Conferences/r1/Participants/caller.json"))["conference_sid"];

        await api.Post($"Conferences/{sid}.json", ("AnnounceUrl", office.Url("/all").AbsoluteUri));
        await caller.Hears("five minutes");
        await anna.Hears("five minutes");
        await api.Post($"Conferences/{sid}/Participants/consultant.json", ("AnnounceUrl", office.Url("/one").AbsoluteUri));
        await anna.Hears("Only for you");
        await network.Passes(TimeSpan.FromSeconds(10));

        caller.Heard.OfType<Said>().Select(said => said.Text).ShouldBe(["The office closes in five minutes"]);
        (await Events(network, office)).ShouldContain("announcement-end");
        (await Events(network, office)).ShouldContain("announcement-end consultant");
    }

    [Fact]
    public async Task Ending_over_REST_lets_each_call_go_on_with_its_own_document()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);
        var sid = (await api.Get("Conferences/r1/Participants/caller.json"))["conference_sid"];

        var ended = await api.Post($"Conferences/{sid}.json", ("Status", "completed"));
        await caller.Hears("After");
        await anna.IsHungUp();

        ended["status"].ShouldBe("completed");
        ended["reason_conference_ended"].ShouldBe("conference-ended-via-api");
        (await api.Get($"Conferences/{sid}/Participants/caller.json")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_redirected_call_leaves_and_ends_the_conference_only_where_it_says_so()
    {
        await using var office = await Open();
        office.Answers("/survey", "<Say>How was it?</Say>");
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        var (caller, anna) = await Connected(network, api);

        await api.Post($"Calls/{caller.Call.Sid}.json", ("Url", office.Url("/survey").AbsoluteUri));
        await caller.Hears("How was it?");
        await anna.Line.IsAlone();
        await network.Passes(TimeSpan.FromSeconds(1));

        anna.Line.Call.Status.ShouldBe("in-progress");
        office.AskedFor("/room").Last(asked => asked["StatusCallbackEvent"] == "participant-leave")["ReasonParticipantLeft"].ShouldBe("participant_updated_via_api");
    }

    [Fact]
    public async Task A_participant_who_does_not_answer_is_told_and_the_caller_waits_on()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);
        network.Subscriber("+48511222333").NeverAnswers();

        var caller = network.Dial("+48600100200");
        await caller.Hears("music");
        await api.Post("Conferences/r1/Participants.json", ("From", Office.Number), ("To", "+48511222333"), ("Label", "consultant"), ("Timeout", "20"));
        await network.Passes(TimeSpan.FromSeconds(40));

        var left = office.AskedFor("/room").Single(asked => asked["StatusCallbackEvent"] == "participant-leave");
        left["ReasonParticipantLeft"].ShouldBe("participant_add_failed");
        left["ParticipantCallStatus"].ShouldBe("no-answer");
        caller.Call.Status.ShouldBe("in-progress");
    }

    [Fact]
    public async Task Two_with_the_same_label_are_one_too_many()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);

        var first = network.Dial("+48600100200");
        await first.Hears("music");
        var second = network.Dial("+48600100201");
        await second.Hears("After");

        network.Faults.Single().Code.ShouldBe(16025);
        (await api.Post("Conferences/r1/Participants.json", ("From", Office.Number), ("To", "client:anna"), ("Label", "caller")))["code"].ShouldBe("16025");
    }

    [Fact]
    public async Task A_conference_shows_in_the_list_a_while_later()
    {
        await using var office = await Open();
        await using var network = office.Network();
        using var api = await Api.OfAsync(network);

        var caller = network.Dial("+48600100200");
        await caller.Hears("music");
        var early = await api.Get("Conferences.json?FriendlyName=r1");
        await network.Passes(TimeSpan.FromSeconds(3));
        var late = await api.Get("Conferences.json?FriendlyName=r1");

        early.Items("conferences").ShouldBeEmpty();
        late.Items("conferences").Single()["status"]!.ToString().ShouldBe("init");
    }

    private static async Task<Office> Open()
    {
        var office = await Office.OpensAsync();
        return office.Records("/music.wav", 60).Answers("/voice", Room).Answers("/after", "<Say>After</Say>")
            .Answers("/wait", "<Play>/music.wav</Play>").Answers("/room", "");
    }

    private static async Task<(Handset Caller, Device Anna)> Connected(TelephoneNetwork network, Api api)
    {
        var anna = network.Device("client:anna").AnswersAfter(TimeSpan.FromSeconds(2));
        var caller = network.Dial("+48600100200");
        await caller.Hears("music");
        await api.Post("Conferences/r1/Participants.json", ("From", Office.Number), ("To", "client:anna"), ("Label", "consultant"), ("Beep", "false"));
        await anna.Rings();
        await caller.IsConnectedWith(anna.Line);
        return (caller, anna);
    }

    private static async Task<IReadOnlyList<string>> Events(TelephoneNetwork network, Office office)
    {
        await network.Passes(TimeSpan.FromSeconds(1));
        return [.. office.AskedFor("/room").OrderBy(asked => int.Parse(asked["SequenceNumber"], null))
            .Select(asked => $"{asked["StatusCallbackEvent"]} {asked["ParticipantLabel"]}".Trim())];
    }
}
