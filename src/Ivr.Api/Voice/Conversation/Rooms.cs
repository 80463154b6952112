using System.Globalization;
using Infoline.Ivr.Voice.Recorder;
using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML.Voice;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The conference in which a caller and a consultant talk; named after the reservation, so that a name never tells who is in it.</summary>
internal static class Rooms
{
    /// <summary>The label of the caller, by which the network knows them without their SID.</summary>
    public const string Caller = "caller";

    /// <summary>The label of an interpreter, or whoever else is called in.</summary>
    public const string ThirdParty = "third-party";

    private const string ConsultantLabel = "consultant-";

    private static readonly Conference.EventEnum[] Events =
        [Conference.EventEnum.Start, Conference.EventEnum.End, Conference.EventEnum.Join, Conference.EventEnum.Leave, Conference.EventEnum.Hold, Conference.EventEnum.Mute];

    private static readonly Conference.RecordingEventEnum[] RecordingEvents =
        [Conference.RecordingEventEnum.InProgress, Conference.RecordingEventEnum.Completed, Conference.RecordingEventEnum.Absent];

    /// <summary>The label of a consultant.</summary>
    public static string LabelOf(ReservationId reservation) => string.Create(CultureInfo.InvariantCulture, $"{ConsultantLabel}{reservation}");

    /// <summary>Whose label it is; null when it is no consultant's.</summary>
    public static ReservationId? ReservationOf(string label) =>
        label.StartsWith(ConsultantLabel, StringComparison.Ordinal) && ReservationId.TryParse(label[ConsultantLabel.Length..], out var id) ? id : null;

    /// <summary>The caller's way into the room; when it is over, they hear what comes next.</summary>
    public static Dial ForCaller(ReservationId reservation, string after, bool recorded) => Room(reservation, Caller, after, endsOnExit: true, recorded);

    /// <summary>The consultant's way into the room.</summary>
    public static Dial ForConsultant(RingCard card, bool recorded) => Room(card.Reservation, LabelOf(card.Reservation), card.Path("left"), endsOnExit: true, recorded);

    /// <summary>The way of a colleague into the room of a conversation; the colleague may leave again without ending it.</summary>
    public static Dial ForColleague(RingCard card, ReservationId room) => Room(room, LabelOf(card.Reservation), card.Path("left"), endsOnExit: false, recorded: false);

    /// <summary>The consultant's way into the room before the caller is there, with something to hear meanwhile.</summary>
    public static Dial ForConsultantAhead(RingCard card, bool recorded, string meanwhile) =>
        Room(card.Reservation, LabelOf(card.Reservation), card.Path("left"), endsOnExit: true, recorded, meanwhile);

    private static Dial Room(ReservationId reservation, string label, string after, bool endsOnExit, bool recorded, string? meanwhile = null)
    {
        var dial = new Dial(action: new Uri(after, UriKind.Relative), method: HttpMethod.Post);
        // Who leaves ends it for both: nobody is left alone in a silent room. Transfers take this away first.
        dial.Conference(
            string.Create(CultureInfo.InvariantCulture, $"room-{reservation}"),
            beep: Conference.BeepEnum.False,
            // Who is ahead hears something until the other starts the conference.
            startConferenceOnEnter: meanwhile is null,
            endConferenceOnExit: endsOnExit,
            waitUrl: meanwhile is null ? new EmptyUri() : new Uri(meanwhile, UriKind.Relative),
            waitMethod: HttpMethod.Post,
            maxParticipants: 4,
            // Caller and consultant say the same, so that it does not matter whose word counts. What is heard on hold is left out by the network.
            record: recorded ? Conference.RecordEnum.RecordFromStart : null,
            trim: recorded ? Conference.TrimEnum.DoNotTrim : null,
            recordingStatusCallback: recorded ? new Uri(RecorderEndpoints.ProgressOf(reservation), UriKind.Relative) : null,
            recordingStatusCallbackMethod: recorded ? HttpMethod.Post : null,
            recordingStatusCallbackEvent: recorded ? RecordingEvents : null,
            statusCallback: new Uri(string.Create(CultureInfo.InvariantCulture, $"/voice/room/{reservation}"), UriKind.Relative),
            statusCallbackEvent: Events,
            statusCallbackMethod: HttpMethod.Post,
            jitterBufferSize: Conference.JitterBufferSizeEnum.Small,
            participantLabel: label);
        return dial;
    }
}
