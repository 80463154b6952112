using Infoline.Desk.Live;
using Infoline.Desk.Work;
using Infoline.Records.Calls;
using Infoline.Records.History;
using Infoline.Routing;
using Infoline.Sql;
using Microsoft.Extensions.Localization;
using RecordHistory = Infoline.Records.History.CallHistory;

namespace Infoline.Ivr.Conversations;

/// <summary>The last calls from the number of a caller; none while the database does not answer.</summary>
internal sealed class EarlierCalls(RecordHistory records, Consultants consultants, TopicNames topics, IStringLocalizer<OutcomeTexts> texts)
{
    private const int Most = 5;

    public async Task<IReadOnlyList<EarlierCall>> OfAsync(LiveConversation live, CancellationToken cancel)
    {
        if (live.Call.Ticket.CallerKey.Length == 0)
            return [];
        try
        {
            List<EarlierCall> earlier = [];
            foreach (var row in (await records.RecentAsync(live.Call.Ticket.CallerKey, Most + 1, cancel)).Where(row => !string.Equals(row.CallId, live.Reservation.Call.Value, StringComparison.Ordinal)).Take(Most))
                earlier.Add(new EarlierCall(row.ArrivedAt, topics.NameOf(row.Topic), texts[row.Outcome.Name()], await NameAsync(row, cancel)));
            return earlier;
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return [];
        }
    }

    /// <summary>The name that colleagues see; null when nobody spoke with the caller, or the queue has never seen who did.</summary>
    private async Task<string?> NameAsync(CallRow row, CancellationToken cancel) =>
        ConsultantId.TryParse(row.Consultant, out var id) ? (await consultants.GetAsync(id, cancel))?.Name : null;
}
