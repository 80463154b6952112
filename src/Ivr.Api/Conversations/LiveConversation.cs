using Infoline.Ivr.Voice.Conversation;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>What a consultant works on now, as the queue knows it.</summary>
/// <param name="Consultant">Who.</param>
/// <param name="Reservation">The reservation.</param>
/// <param name="Call">The caller's call.</param>
/// <param name="Before">The conversation that was lost and goes on here, or null.</param>
internal sealed record LiveConversation(Consultant Consultant, Reservation Reservation, CallDetails Call, Reservation? Before = null)
{
    /// <summary>The SID of the conference; null until the network has told it.</summary>
    public string? Room => Note(ConversationNotes.Room);

    /// <summary>The label of the consultant in the conference.</summary>
    public string Label => Rooms.LabelOf(Reservation.Id);

    /// <summary>Whether caller and consultant are in the room.</summary>
    public bool IsTalking => Reservation.State is ReservationState.Accepted;

    /// <summary>Whether this consultant speaks with the caller, and not with a colleague who does.</summary>
    public bool HasCaller => !Reservation.IsConsultation;

    public bool IsOnHold => Has(ConversationNotes.Hold);

    /// <summary>What the host noted, or null for nothing.</summary>
    public string? Note(string name) => Reservation.Notes.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>What was written of the caller: here, or in the conversation that goes on here.</summary>
    public string? Written(string name) => Note(name) ?? (Before?.Notes.GetValueOrDefault(name) is { Length: > 0 } value ? value : null);

    public bool Has(string name) => Note(name) is not null;
}
