using Infoline.Desk.Accounts;
using Infoline.Desk.Supervision;
using Infoline.Prompts;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Routing;
using Microsoft.Extensions.Options;
using CallHistory = Infoline.Records.History.CallHistory;

namespace Infoline.Desk.Staffing;

/// <summary>A consultant who can be at work in a simulation.</summary>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Profile">As the queue knows them.</param>
internal sealed record StaffMember(string Name, Routing.ConsultantProfile Profile);

/// <summary>What comes of a run.</summary>
/// <param name="Then">How it was with the staff of then.</param>
/// <param name="Simulated">How it would be.</param>
internal sealed record StaffingAnswer(StaffingFigures Then, StaffingFigures Simulated);

/// <summary>Answers what service callers of a period would meet with a given staff. One run at a time on each node, because it takes a processor.</summary>
internal sealed class StaffingRuns(CallHistory calls, AccountStore accounts, IOptionsMonitor<RoutingOptions> routing, IOptionsMonitor<SupervisionOptions> settings) : IDisposable
{
    /// <summary>The most calls of a run; of a longer period the last ones are taken.</summary>
    public const int MostCalls = 20_000;

    private const int Seed = 1;
    private static readonly TimeSpan PickUp = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The limit of the service level.</summary>
    public TimeSpan Limit => settings.CurrentValue.AnswerWithin;

    public void Dispose() => _one.Dispose();

    /// <summary>The consultants of the office with their languages.</summary>
    public async Task<IReadOnlyList<StaffMember>> StaffAsync(CancellationToken cancellationToken)
    {
        var profiles = await accounts.ProfilesAsync(cancellationToken);
        return
        [
            .. (await accounts.ListAsync(cancellationToken))
                .Where(account => account.IsOpen && profiles.TryGetValue(account.Id, out var profile) && profile.Languages.Count > 0)
                .Select(account => Member(account.Id.ToString(), account.DisplayName, profiles[account.Id].Languages.Select(spoken => (spoken.Language, spoken.Level)))),
        ];
    }

    /// <summary>Somebody who is not there yet and speaks one language well.</summary>
    public static StaffMember Newcomer(Language language, int number) => Member($"new-{language.Code()}-{number}", "", [(language, 5)]);

    /// <summary>Plays the calls of whole days with a staff; null when there were none.</summary>
    public async Task<StaffingAnswer?> RunAsync(DateOnly from, DateOnly until, IReadOnlyList<StaffMember> staff, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            List<CallRow> rows = [];
            await foreach (var row in calls.ExportAsync(new CallFilter(OfficeTime.BeginOf(from), OfficeTime.BeginOf(until.AddDays(1))), cancellationToken))
            {
                if (row.Wait is not null)
                {
                    rows.Add(row);
                }

                if (rows.Count == MostCalls)
                {
                    break;
                }
            }

            var plan = StaffingPlan.Of(rows, Seed);
            if (plan.Count == 0)
            {
                return null;
            }

            var fates = await QueueSimulation.RunAsync(
                plan, [.. staff.Select(member => member.Profile)], routing.CurrentValue, PickUp, new Share(progress, plan.Count), cancellationToken);
            return new StaffingAnswer(StaffingFigures.Of(rows, Limit), StaffingFigures.Of(fates, staff.Count, Limit));
        }
        finally
        {
            _one.Release();
        }
    }

    private static StaffMember Member(string id, string name, IEnumerable<(Language Language, int Level)> languages) => new(
        name,
        new Routing.ConsultantProfile(ConsultantId.Parse(id), name, [.. languages.Select(spoken => new Routing.SpokenLanguage(LanguageCode.Parse(spoken.Language.Code()), spoken.Level))], $"client:{id}"));

    /// <summary>Tells each whole percent once.</summary>
    private sealed class Share(IProgress<double> progress, int all) : IProgress<int>
    {
        private int _told = -1;

        public void Report(int value)
        {
            var percent = 100 * value / all;
            if (percent != _told)
            {
                _told = percent;
                progress.Report(percent / 100.0);
            }
        }
    }
}
