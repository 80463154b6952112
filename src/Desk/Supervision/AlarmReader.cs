using Infoline.Cases.Alarms;
using Infoline.Sql;

namespace Infoline.Desk.Supervision;

/// <summary>
/// The signs of abuse of case look-ups that no supervisor has put away yet. One that this node raises is read at once; what other nodes
/// raised, and what was put away there, within a quarter of a minute.
/// </summary>
internal sealed class AlarmReader : IDisposable
{
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(15);

    private readonly LookupAlarms _alarms;
    private readonly TimeProvider _time;
    private DateTimeOffset _next;
    private volatile bool _isStale = true;

    public AlarmReader(LookupAlarms alarms, TimeProvider time)
    {
        (_alarms, _time) = (alarms, time);
        _alarms.Raised += OnRaised;
    }

    /// <summary>The alarms, newest first; as they were while the database does not answer.</summary>
    public IReadOnlyList<LookupAlarm> Open { get; private set; } = [];

    /// <summary>Reads when it is due; true when there is something new to show.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_isStale && _time.GetUtcNow() < _next)
        {
            return false;
        }

        (_isStale, _next) = (false, _time.GetUtcNow() + Seldom);
        try
        {
            var before = Open;
            Open = await _alarms.OpenAsync(cancellationToken);
            return !Open.SequenceEqual(before);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return false;
        }
    }

    /// <summary>Puts an alarm away.</summary>
    /// <exception cref="Exception">One that <see cref="Database.IsOutage"/> tells.</exception>
    public async Task PutAwayAsync(LookupAlarm alarm, string account, CancellationToken cancellationToken)
    {
        await _alarms.SeenAsync(alarm.Id, account, cancellationToken);
        Open = [.. Open.Where(each => each.Id != alarm.Id)];
        _isStale = true;
    }

    public void Dispose() => _alarms.Raised -= OnRaised;

    private void OnRaised(object? sender, LookupAlarmEventArgs raised) => _isStale = true;
}
