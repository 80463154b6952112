using System.Globalization;
using System.Text.Json;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>Acts on the telephone line: hold, mute, a third party, the end.</summary>
internal sealed class LineActs(CallControl network, WebhookAddresses addresses, Reservations reservations, CallHistory history, TimeProvider time)
{
    private static readonly TimeSpan RingThirdParty = TimeSpan.FromSeconds(40);

    /// <summary>The caller hears music, or the consultant again.</summary>
    public async Task<ActOutcome> HoldAsync(LiveConversation live, bool hold, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true, Room: { } room })
            return ActOutcome.TooLate;
        var outcome = Told(await network.HoldAsync(room, Rooms.Caller, hold, addresses.Of($"/voice/hold/{live.Call.Ticket.Language}"), cancel));
        if (outcome is ActOutcome.Done && live.IsOnHold != hold)
        {
            await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.HoldSince, time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancel);
            await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.Hold, hold ? ConversationNotes.Yes : "", cancel);
            await history.NoteAsync(live.Reservation.Call, hold ? "hold" : "resumed", Nothing, cancel);
        }

        return outcome;
    }

    public async Task<ActOutcome> MuteAsync(LiveConversation live, bool muted, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, Room: { } room })
            return ActOutcome.TooLate;
        var outcome = Told(await network.MuteAsync(room, live.Label, muted, cancel));
        if (outcome is ActOutcome.Done)
            await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.Muted, muted ? ConversationNotes.Yes : "", cancel);
        return outcome;
    }

    /// <summary>Rings an interpreter, or whoever else can help, into the room.</summary>
    public async Task<ActOutcome> InviteAsync(LiveConversation live, string typed, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true, Room: { } room })
            return ActOutcome.TooLate;
        if (ThirdPartyNumber.Read(typed) is not { } number)
            return ActOutcome.Unreachable;
        var outcome = Told(await network.InviteAsync(room, number, Rooms.ThirdParty, RingThirdParty, cancel), refused: ActOutcome.Unreachable);
        if (outcome is ActOutcome.Done)
            await history.NoteAsync(live.Reservation.Call, "third-party", Nothing, cancel);
        return outcome;
    }

    public async Task<ActOutcome> DismissAsync(LiveConversation live, CancellationToken cancel) => live is { Room: { } room }
        ? Told(await network.RemoveAsync(room, Rooms.ThirdParty, cancel))
        : ActOutcome.TooLate;

    /// <summary>Ends the consultant's leg; the room, and the reservation, end with it.</summary>
    public async Task<ActOutcome> HangUpAsync(LiveConversation live, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, Reservation.Leg: { } leg })
            return ActOutcome.TooLate;
        await reservations.NoteAsync(live.Reservation.Id, ConversationNotes.HungUp, ConversationNotes.Yes, cancel);
        return Told(await network.HangUpAsync(leg, cancel));
    }

    private static JsonElement Nothing => JsonElement.Parse("{}");

    /// <summary>A refusal means that the room or the participant is not there any more.</summary>
    internal static ActOutcome Told(ControlResult result, ActOutcome refused = ActOutcome.TooLate) => result switch
    {
        ControlResult.Done => ActOutcome.Done,
        ControlResult.Refused => refused,
        ControlResult.Unavailable => ActOutcome.Unavailable,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
