using System.Xml.Linq;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.StandIns.Tests.TwiML;

public class VoiceResponseTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Fact]
    public void Empty_response_has_declaration_and_both_tags() =>
        new VoiceResponse().ToString().ShouldBe(Declaration + Environment.NewLine + "<Response></Response>");

    [Fact]
    public void Menu_step_is_written_as_documented()
    {
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf],
            action: new Uri("/voice/menu?lang=uk&node=main", UriKind.Relative),
            method: HttpMethod.Post,
            timeout: 7,
            finishOnKey: "",
            numDigits: 1,
            actionOnEmptyResult: true);
        gather.Play(new Uri("https://example.com/uk/main.wav"), loop: 1).Pause(2);

        var response = new VoiceResponse().Append(gather).Redirect(new Uri("/voice/menu", UriKind.Relative), HttpMethod.Get).Hangup();

        response.ToString().ShouldBe(string.Join(Environment.NewLine,
            Declaration,
            "<Response>",
            "  <Gather input=\"dtmf\" action=\"/voice/menu?lang=uk&amp;node=main\" method=\"POST\" timeout=\"7\" finishOnKey=\"\" numDigits=\"1\" actionOnEmptyResult=\"true\">",
            "    <Play loop=\"1\">https://example.com/uk/main.wav</Play>",
            "    <Pause length=\"2\"></Pause>",
            "  </Gather>",
            "  <Redirect method=\"GET\">/voice/menu</Redirect>",
            "  <Hangup></Hangup>",
            "</Response>"));
    }

    [Fact]
    public void Conference_carries_all_its_attributes_in_order()
    {
        var dial = new Dial(action: new Uri("/voice/after", UriKind.Relative), timeLimit: 3600, answerOnBridge: true);
        dial.Conference(
            "reservation-7",
            muted: false,
            beep: Conference.BeepEnum.Onenter,
            startConferenceOnEnter: true,
            endConferenceOnExit: false,
            waitUrl: new EmptyUri(),
            waitMethod: HttpMethod.Get,
            maxParticipants: 4,
            record: Conference.RecordEnum.RecordFromStart,
            region: Conference.RegionEnum.De1,
            coach: "CA1",
            statusCallbackEvent: [Conference.EventEnum.Join, Conference.EventEnum.Leave],
            statusCallback: new Uri("https://example.com/conference"),
            jitterBufferSize: Conference.JitterBufferSizeEnum.Small,
            participantLabel: "caller");

        var written = new VoiceResponse().Append(dial).ToString(SaveOptions.DisableFormatting);

        written.ShouldBe(Declaration + "<Response><Dial action=\"/voice/after\" timeLimit=\"3600\" answerOnBridge=\"true\">"
            + "<Conference muted=\"false\" beep=\"onEnter\" startConferenceOnEnter=\"true\" endConferenceOnExit=\"false\" waitUrl=\"\" "
            + "waitMethod=\"GET\" maxParticipants=\"4\" record=\"record-from-start\" region=\"de1\" coach=\"CA1\" "
            + "statusCallbackEvent=\"join leave\" statusCallback=\"https://example.com/conference\" jitterBufferSize=\"small\" "
            + "participantLabel=\"caller\">reservation-7</Conference></Dial></Response>");
    }
}
