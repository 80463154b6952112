namespace Infoline.Ivr.Voice.Conversation;

/// <summary>The names of what the host keeps with a reservation.</summary>
internal static class ConversationNotes
{
    /// <summary>The value of a note that says yes; empty says no.</summary>
    public const string Yes = "1";

    /// <summary>The SID of the conference.</summary>
    public const string Room = "room";

    /// <summary>Whether the consultant has come into the room.</summary>
    public const string InRoom = "in-room";

    /// <summary>Whether the caller has come into the room.</summary>
    public const string CallerInRoom = "caller-in-room";

    /// <summary>The reservation after which the conference is named, where it is not this one.</summary>
    public const string RoomOf = "room-of";

    /// <summary>Whether the caller is on hold.</summary>
    public const string Hold = "hold";

    /// <summary>Since when, in Unix milliseconds.</summary>
    public const string HoldSince = "hold-since";

    /// <summary>Whether the consultant has ended the conversation at the desk: a softphone that ends without it was lost.</summary>
    public const string HungUp = "hung-up";

    /// <summary>Whether the consultant is muted.</summary>
    public const string Muted = "muted";

    /// <summary>What the network last told of the recording; the recording itself is known from the notes of the call.</summary>
    public const string Recording = "recording";

    /// <summary>Whether somebody else takes part.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>What the consultant wrote; protected, because it may tell of the caller.</summary>
    public const string Text = "text";

    /// <summary>The code of the outcome that the consultant chose.</summary>
    public const string Outcome = "outcome";
}
