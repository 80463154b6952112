using System.Text.Json.Serialization;

namespace Infoline.PhoneNetwork.Rest;

internal sealed record ErrorResource(int Code, string Message, string MoreInfo, int Status);

internal sealed record CallResource(
    string Sid, string? DateCreated, string? DateUpdated, string? ParentCallSid, string AccountSid, string To, string ToFormatted, string From,
    string FromFormatted, string? PhoneNumberSid, string Status, string? StartTime, string? EndTime, string? Duration, string? Price, string PriceUnit,
    string Direction, string? AnsweredBy, string? Annotation, string ApiVersion, string? ForwardedFrom, string? GroupSid, string? CallerName,
    string QueueTime, string? TrunkSid, string Uri, IReadOnlyDictionary<string, string> SubresourceUris);

internal sealed record ConferenceResource(
    string Sid, string AccountSid, string FriendlyName, string Status, string Region, string ApiVersion, string DateCreated, string DateUpdated,
    string? ReasonConferenceEnded, string? CallSidEndingConference, string Uri, IReadOnlyDictionary<string, string> SubresourceUris);

internal sealed record ParticipantResource(
    string AccountSid, string CallSid, string? Label, string? CallSidToCoach, bool Coaching, string ConferenceSid, string DateCreated, string DateUpdated,
    bool EndConferenceOnExit, bool Muted, bool Hold, bool StartConferenceOnEnter, string Status, string QueueTime, string Uri);

internal sealed record RecordingResource(
    string Sid, string AccountSid, string ApiVersion, string CallSid, string? ConferenceSid, string DateCreated, string DateUpdated, string StartTime,
    string? Duration, int Channels, string Source, string Status, int? ErrorCode, string? Price, string PriceUnit, string MediaUrl, string Uri);

internal sealed record MessageResource(
    string Sid, string AccountSid, string ApiVersion, string Body, string DateCreated, string DateUpdated, string? DateSent, string Direction, string From,
    string To, string Status, string NumSegments, string NumMedia, int? ErrorCode, string? ErrorMessage, string? MessagingServiceSid, string? Price,
    string PriceUnit, string Uri);

/// <summary>Names as the vendor writes them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorResource))]
[JsonSerializable(typeof(CallResource))]
[JsonSerializable(typeof(ConferenceResource))]
[JsonSerializable(typeof(ParticipantResource))]
[JsonSerializable(typeof(RecordingResource))]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class RestJson : JsonSerializerContext;
