using System.Globalization;
using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML.Voice;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The conference in which a caller and a consultant talk; named after the reservation, so that a name never tells who is in it.</summary>
internal static class Rooms
{
    /// <summary>The labels of the two, by which the network knows them without their SIDs.</summary>
    public const string Caller = "caller";

    /// <inheritdoc cref="Caller"/>
    public const string Consultant = "consultant";

    private static readonly Conference.EventEnum[] Events =
        [Conference.EventEnum.Start, Conference.EventEnum.End, Conference.EventEnum.Join, Conference.EventEnum.Leave, Conference.EventEnum.Hold, Conference.EventEnum.Mute];

    /// <summary>The caller's way into the room; when it is over, they hear what comes next.</summary>
    public static Dial ForCaller(ReservationId reservation, string after) => Room(reservation, Caller, after);

    /// <summary>The consultant's way into the room.</summary>
    public static Dial ForConsultant(RingCard card) => Room(card.Reservation, Consultant, card.Path("left"));

    private static Dial Room(ReservationId reservation, string label, string after)
    {
        var dial = new Dial(action: new Uri(after, UriKind.Relative), method: HttpMethod.Post);
        // Who leaves ends it for both: nobody is left alone in a silent room. Transfers take this away first.
        dial.Conference(
            string.Create(CultureInfo.InvariantCulture, $"room-{reservation}"),
            beep: Conference.BeepEnum.False,
            startConferenceOnEnter: true,
            endConferenceOnExit: true,
            waitUrl: new EmptyUri(),
            maxParticipants: 4,
            statusCallback: new Uri(string.Create(CultureInfo.InvariantCulture, $"/voice/room/{reservation}"), UriKind.Relative),
            statusCallbackEvent: Events,
            statusCallbackMethod: HttpMethod.Post,
            jitterBufferSize: Conference.JitterBufferSizeEnum.Small,
            participantLabel: label);
        return dial;
    }
}
