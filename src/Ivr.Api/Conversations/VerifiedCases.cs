using System.Globalization;
using Infoline.Cases.Desk;
using Infoline.Sql;
using Microsoft.Extensions.Caching.Memory;

namespace Infoline.Ivr.Conversations;

/// <summary>
/// The case that a caller has verified by keys, for the consultant who speaks with them. It is opened, and so written into the audit, once for
/// each conversation and not each time that the page draws itself.
/// </summary>
internal sealed class VerifiedCases(CaseDesk cases, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Null without a verified case, and while the register does not answer.</summary>
    /// <param name="live">The conversation.</param>
    /// <param name="noted">The note that the look-up left with the call.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DeskCase?> OfAsync(LiveConversation live, string? noted, CancellationToken cancel)
    {
        if (!long.TryParse(noted, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var key = ("case", live.Reservation.Id, id);
        if (!cache.TryGetValue(key, out DeskCase? opened))
        {
            try
            {
                var found = await cases.OpenVerifiedAsync(live.Consultant.Id.Value, live.Reservation.Call.Value, id, cancel);
                opened = cache.Set(key, found, new MemoryCacheEntryOptions { Size = 64, AbsoluteExpirationRelativeToNow = Kept });
            }
            catch (Exception outage) when (Database.IsOutage(outage))
            {
                return null;
            }
        }

        return opened;
    }
}
