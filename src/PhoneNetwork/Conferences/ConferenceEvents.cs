using System.Globalization;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Conferences;

/// <summary>Tells what happens in a conference, numbered in the order in which it happens.</summary>
internal sealed class ConferenceEvents(TelephoneNetwork network, Conference conference)
{
    private int _sequence;

    /// <summary>Who is told: the first participant's wish.</summary>
    public StatusCallback? Callback { get; set; }

    public bool WantsSpeakers => Callback?.Events.Contains("speaker") is true;

    public void Of(string kind, string name, params (string Name, string Value)[] about) => Tell(kind, name, null, about);

    public void OfParticipant(string kind, string name, Participant participant, params (string Name, string Value)[] about) => Tell(
        kind, name, participant.Call,
        [
            ("CallSid", participant.Call.Sid),
            ("Muted", Flag(participant.Muted)),
            ("Hold", Flag(participant.OnHold)),
            ("Coaching", Flag(participant.Coaches is not null)),
            ("EndConferenceOnExit", Flag(participant.EndsOnExit)),
            ("StartConferenceOnEnter", Flag(participant.Entry.StartOnEnter)),
            ("ParticipantLabel", participant.Label),
            .. about,
        ]);

    private static string Flag(bool value) => value ? "true" : "false";

    private void Tell(string kind, string name, Call? call, (string Name, string Value)[] about)
    {
        if (Callback is not { } callback || !callback.Events.Contains(kind))
            return;
        (string Name, string Value)[] fields =
        [
            ("ConferenceSid", conference.Sid),
            ("FriendlyName", conference.Name),
            ("AccountSid", network.Options.AccountSid),
            ("SequenceNumber", Interlocked.Increment(ref _sequence).ToString(CultureInfo.InvariantCulture)),
            ("Timestamp", network.Pace.Now.ToString("r", CultureInfo.InvariantCulture)),
            ("StatusCallbackEvent", name),
            .. about.Where(field => field.Value.Length > 0),
        ];
        network.Tell(new WebhookRequest(
            callback.Url, callback.Method, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))], network.Options.AuthToken, "callback", call)
        {
            Event = name,
        });
    }
}
