namespace Infoline.Routing;

/// <summary>A language that a consultant speaks.</summary>
/// <param name="Language">The language.</param>
/// <param name="Level">1 to 5; from 4 on the level is high.</param>
public readonly record struct SpokenLanguage(LanguageCode Language, int Level);

/// <summary>Who sits at a desk.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name shown to colleagues.</param>
/// <param name="Languages">What they speak; at least one language, each once.</param>
/// <param name="Device">Where they are rung: <c>client:</c>, a telephone number or a SIP address.</param>
public sealed record ConsultantProfile(ConsultantId Id, string Name, IReadOnlyList<SpokenLanguage> Languages, string Device);

/// <summary>What a person can ask a consultant to be.</summary>
public enum Availability
{
    /// <summary>Ready for callers.</summary>
    Available,

    /// <summary>On a break.</summary>
    Pause,

    /// <summary>At the desk, but not for callers.</summary>
    NotReady,

    /// <summary>Gone home.</summary>
    Offline,
}

/// <summary>What a consultant is: exactly one of these.</summary>
public enum ConsultantStatus
{
    /// <summary>Not signed in.</summary>
    Offline,

    /// <summary>Ready for callers.</summary>
    Available,

    /// <summary>A call rings.</summary>
    Reserved,

    /// <summary>Talking.</summary>
    OnCall,

    /// <summary>Finishing the work of a call.</summary>
    WrapUp,

    /// <summary>On a break.</summary>
    Pause,

    /// <summary>Not for callers: by wish, after misses, or because the desk vanished.</summary>
    NotReady,
}

/// <summary>A consultant as the queue knows them.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name shown to colleagues.</param>
/// <param name="Languages">What they speak.</param>
/// <param name="Device">Where they are rung.</param>
/// <param name="Status">What they are.</param>
/// <param name="Reason">Why they are on a pause or not ready: as given, or <c>missed</c>, <c>vanished</c>, <see cref="Lost"/>, <c>signed-in</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reservation">The reservation they work on, or null.</param>
/// <param name="Next">What they asked to be when their work ends, or null.</param>
/// <param name="NextReason">The reason given with it.</param>
public sealed record Consultant(
    ConsultantId Id,
    string Name,
    IReadOnlyList<SpokenLanguage> Languages,
    string Device,
    ConsultantStatus Status,
    string? Reason,
    DateTimeOffset Since,
    ReservationId? Reservation,
    Availability? Next,
    string? NextReason)
{
    /// <summary>The reason of somebody whose telephone was lost in a conversation.</summary>
    public const string Lost = "lost";

    /// <summary>Whether the telephone was lost in a conversation, and nobody has said since that it is back.</summary>
    public bool IsLost => Status is ConsultantStatus.NotReady && string.Equals(Reason, Lost, StringComparison.Ordinal);
}

/// <summary>What became of a wish.</summary>
public enum SetStateResult
{
    /// <summary>It is so now.</summary>
    Done,

    /// <summary>It will be so when the call and its wrap-up are over.</summary>
    Kept,

    /// <summary>The consultant is not signed in.</summary>
    NotSignedIn,
}
