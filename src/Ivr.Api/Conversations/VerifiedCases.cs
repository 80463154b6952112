using System.Globalization;
using Infoline.Cases.Desk;
using Infoline.Cases.Stages;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Prompts;
using Infoline.Sql;
using Microsoft.Extensions.Caching.Memory;
using Language = Infoline.Prompts.Language;

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
    public async Task<CaseGlance?> OfAsync(LiveConversation live, string? noted, CancellationToken cancel)
    {
        if (!long.TryParse(noted, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var key = ("case", live.Reservation.Id, id);
        if (!cache.TryGetValue(key, out Opened? opened))
        {
            try
            {
                var found = await cases.OpenVerifiedAsync(live.Consultant.Id.Value, live.Reservation.Call.Value, id, cancel);
                opened = cache.Set(key, found is null ? null : new Opened(found.Case.Number, found.Case.Stage, found.Case.Since), new MemoryCacheEntryOptions { Size = 64, AbsoluteExpirationRelativeToNow = Kept });
            }
            catch (Exception outage) when (Database.IsOutage(outage))
            {
                return null;
            }
        }

        var language = LanguageCodes.TryParse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var known) ? known : Language.Polish;
        return opened is null ? null : new CaseGlance(opened.Number, CaseTexts.StageIn(language, opened.Stage), opened.Since);
    }

    private sealed record Opened(string Number, CaseStage Stage, DateOnly Since)
    {
        public override string ToString() => $"{nameof(Opened)} {{ {Stage} }}";
    }
}
