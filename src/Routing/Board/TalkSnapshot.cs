using Infoline.Routing.Store;

namespace Infoline.Routing;

/// <summary>A conversation that goes on.</summary>
/// <param name="Reservation">Its number.</param>
/// <param name="Consultant">Who talks with the caller.</param>
/// <param name="Language">The caller's own language.</param>
/// <param name="Topic">The node of the menu from which the caller asked, or null.</param>
/// <param name="Since">Since when they talk.</param>
/// <param name="Help">The consultant's request for a supervisor, or null.</param>
public sealed record TalkSnapshot(ReservationId Reservation, ConsultantId Consultant, LanguageCode Language, string? Topic, DateTimeOffset Since, HelpRequest? Help)
{
    internal static TalkSnapshot Read(TalkPayload row) => new(
        Wire.Reservation(row.Reservation)!.Value,
        ConsultantId.Parse(row.Consultant!),
        LanguageCode.Parse(row.Language!),
        string.IsNullOrEmpty(row.Topic) ? null : row.Topic,
        Wire.Instant(row.Since),
        HelpRequest.Read(row.Help, row.Helper, row.HelperName));
}

internal sealed record TalkPayload
{
    public string? Reservation { get; init; }
    public string? Consultant { get; init; }
    public string? Language { get; init; }
    public string? Topic { get; init; }
    public string? Since { get; init; }
    public string? Help { get; init; }
    public string? Helper { get; init; }
    public string? HelperName { get; init; }
}
