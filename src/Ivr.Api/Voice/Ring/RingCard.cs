using System.Globalization;
using Infoline.Prompts;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Ring;

/// <summary>
/// What the consultant's leg has to say before it joins. It rides in the URL of the leg, so that answering needs no look into a store.
/// </summary>
/// <param name="Reservation">The reservation that the leg rings for; its number is the fence.</param>
/// <param name="Language">The language of the caller.</param>
/// <param name="Topic">The menu node from which the caller asked.</param>
/// <param name="ArrivedAt">When the caller first asked.</param>
/// <param name="Priority">Whether the caller needs special treatment.</param>
/// <param name="Purpose">A call, a callback, or a colleague's question.</param>
/// <param name="PressToAccept">True for a telephone, which a voicemail could answer; false for a softphone, where answering is accepting.</param>
internal sealed record RingCard(
    ReservationId Reservation, Language Language, string Topic, DateTimeOffset ArrivedAt, bool Priority, RingPurpose Purpose, bool PressToAccept)
{
    public static RingCard Of(HostTask.Ring ring, string topic) => new(
        ring.Reservation,
        LanguageCodes.TryParse(ring.Language.Value, out var language) ? language : Language.Polish,
        topic,
        ring.ArrivedAt,
        ring.Band is PriorityBand.Priority,
        ring.Purpose,
        PressToAccept: !IsSoftphone(ring.Device));

    /// <summary>Whether a device is the softphone in a desk's window, and not a telephone.</summary>
    public static bool IsSoftphone(string device) => device.StartsWith("client:", StringComparison.Ordinal);

    /// <summary>Reads what <see cref="Path"/> wrote; null when it is garbled.</summary>
    public static RingCard? Read(string reservation, IQueryCollection query)
    {
        if (!ReservationId.TryParse(reservation, out var id)
            || !LanguageCodes.TryParse(query["language"], out var language)
            || !long.TryParse(query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !Enum.TryParse<RingPurpose>(query["purpose"], ignoreCase: false, out var purpose))
        {
            return null;
        }

        return new RingCard(
            id,
            language,
            query["topic"].ToString(),
            DateTimeOffset.FromUnixTimeMilliseconds(at),
            string.Equals(query["priority"], "1", StringComparison.Ordinal),
            purpose,
            string.Equals(query["press"], "1", StringComparison.Ordinal));
    }

    /// <summary>The relative URL of a step of the leg, under <c>/voice/ring</c>; the step may be empty.</summary>
    public string Path(string step) => string.Create(
        CultureInfo.InvariantCulture,
        $"/voice/ring/{Reservation}{(step.Length > 0 ? "/" : "")}{step}?language={Language.Code()}&topic={Topic}&at={ArrivedAt.ToUnixTimeMilliseconds()}&priority={(Priority ? 1 : 0)}&purpose={Purpose}&press={(PressToAccept ? 1 : 0)}");
}
