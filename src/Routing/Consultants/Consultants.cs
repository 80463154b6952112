using System.Globalization;
using System.Text.Json;
using Infoline.Routing.Store;
using StackExchange.Redis;

namespace Infoline.Routing;

/// <summary>
/// The consultants' side of the queue. Every method may be repeated, and throws <see cref="RoutingUnavailableException"/> when the
/// store does not answer.
/// </summary>
public sealed class Consultants
{
    private const int HighLevel = 4;
    private readonly RoutingStore _store;

    internal Consultants(RoutingStore store) => _store = store;

    /// <summary>
    /// A consultant comes to a desk, or a desk reloads, or languages or device change. Who is signed in keeps state and work; a
    /// newcomer gets the state given, by default not ready, for the reason <c>signed-in</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The profile has no language, one twice, or a level outside 1 to 5.</exception>
    public async Task<ConsultantStatus> SignInAsync(
        ConsultantProfile profile, Availability initial = Availability.NotReady, string? reason = "signed-in", CancellationToken cancellation = default)
    {
        Check(profile);
        var reply = await _store.RunAsync(
            "sign-in",
            cancellation,
            profile.Id.Value,
            profile.Name,
            profile.Device,
            string.Join(',', profile.Languages.Select(spoken => string.Create(CultureInfo.InvariantCulture, $"{spoken.Language.Value}:{spoken.Level}"))),
            string.Join(',', profile.Languages.Select(spoken => $"{spoken.Language.Value}:{(spoken.Level >= HighLevel ? "high" : "low")}")),
            profile.Languages.Count,
            RoutingStore.Milliseconds(_store.Options.PresenceLease),
            initial.Word(),
            initial is Availability.Available ? "" : reason ?? "");
        return Wire.Status(reply.Payload.State);
    }

    /// <summary>A person says what a consultant is to be. While they work on a call the wish is kept, and nothing automatic overrides it.</summary>
    public async Task<SetStateResult> SetStateAsync(ConsultantId id, Availability availability, string? reason = null, CancellationToken cancellation = default)
    {
        var reply = await _store.RunAsync("set-state", cancellation, id.Value, availability.Word(), reason ?? "");
        return reply.Status switch
        {
            "set" => SetStateResult.Done,
            "kept" => SetStateResult.Kept,
            "unknown" => SetStateResult.NotSignedIn,
            _ => throw reply.Unexpected("set-state"),
        };
    }

    /// <summary>A consultant goes home; after the work in hand, if there is any.</summary>
    public Task<SetStateResult> SignOutAsync(ConsultantId id, CancellationToken cancellation = default) =>
        SetStateAsync(id, Availability.Offline, cancellation: cancellation);

    /// <summary>The desk is alive. Gives what it should show, or null when it has to sign in (again).</summary>
    public async Task<Consultant?> BeatAsync(ConsultantId id, CancellationToken cancellation = default)
    {
        var answer = await _store.RunPlainAsync("beat", cancellation, id.Value, RoutingStore.Milliseconds(_store.Options.PresenceLease));
        return Read(id, answer);
    }

    /// <summary>
    /// The telephone of a consultant who was lost in a conversation is back: its caller rings there again if they still wait, else the
    /// consultant is free. For anybody else it changes nothing.
    /// </summary>
    public Task ReattachAsync(ConsultantId id, CancellationToken cancellation = default) => _store.RunAsync("reattach", cancellation, id.Value);

    /// <summary>A consultant as the queue knows them, or null when it never saw them.</summary>
    public async Task<Consultant?> GetAsync(ConsultantId id, CancellationToken cancellation = default)
    {
        var answer = await _store.RunPlainAsync("consultant", cancellation, id.Value);
        return Read(id, answer);
    }

    private static Consultant? Read(ConsultantId id, RedisValue[] answer) =>
        answer[0] == "known" ? Read(id, JsonSerializer.Deserialize((byte[])answer[1]!, ReplyJson.Default.ConsultantPayload)!) : null;

    internal static Consultant Read(ConsultantId id, ConsultantPayload row) => new(
        id,
        row.Name ?? "",
        [.. ReadLanguages(row.Languages)],
        row.Device ?? "",
        Wire.Status(row.State),
        string.IsNullOrEmpty(row.Reason) ? null : row.Reason,
        Wire.Instant(row.Since),
        Wire.Reservation(row.Reservation),
        row.Next switch
        {
            "available" => Availability.Available,
            "pause" => Availability.Pause,
            "not-ready" => Availability.NotReady,
            "offline" => Availability.Offline,
            _ => null,
        },
        string.IsNullOrEmpty(row.NextReason) ? null : row.NextReason);

    private static IEnumerable<SpokenLanguage> ReadLanguages(string? text)
    {
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is [var code, var level] && LanguageCode.TryParse(code, out var language) && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return new SpokenLanguage(language, number);
            }
        }
    }

    private static void Check(ConsultantProfile profile)
    {
        if (profile.Languages.Count == 0)
            throw new ArgumentException("A consultant speaks at least one language.", nameof(profile));
        if (profile.Languages.Select(spoken => spoken.Language).Distinct().Count() != profile.Languages.Count)
            throw new ArgumentException("A language is given twice.", nameof(profile));
        if (profile.Languages.Any(spoken => spoken.Level is < 1 or > 5))
            throw new ArgumentException("The level of a language is 1 to 5.", nameof(profile));
    }
}
