namespace Infoline.Cases.Limits;

/// <summary>
/// The limits of one node by itself, for the time in which Redis is down. Stricter, because other nodes count apart: half of what
/// the settings allow, but never less than one call's worth. Bounded: when it is full, everybody pauses.
/// </summary>
internal sealed class MemoryLookupLimiter(LimitOptions limits, TimeProvider time) : ILookupLimiter
{
    private const int MostSubjects = 20_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<(LimitScope Scope, string Subject), List<(string Id, DateTimeOffset At)>> _windows = [];
    private readonly Dictionary<string, List<(string Key, DateTimeOffset? BesideAt, DateTimeOffset At)>> _numbers = new(StringComparer.Ordinal);

    public Task<LimitVerdict> TakeAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Take(attempt, time.GetUtcNow()));
        }
    }

    public Task ForgiveAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var (scope, subject, _, _) in Subjects(attempt))
            {
                _windows.GetValueOrDefault((scope, subject))?.RemoveAll(each => string.Equals(each.Id, attempt.Id, StringComparison.Ordinal));
            }

            _numbers.GetValueOrDefault(attempt.CallerKey ?? attempt.CallId)?.RemoveAll(each => string.Equals(each.Key, attempt.CaseKey, StringComparison.Ordinal));
            return Task.CompletedTask;
        }
    }

    private LimitVerdict Take(LookupAttempt attempt, DateTimeOffset now)
    {
        if (_windows.Count > MostSubjects)
        {
            ForgetOld(now);
        }

        var inCall = 0;
        foreach (var (scope, subject, limit, window) in Subjects(attempt))
        {
            var seen = _windows.GetValueOrDefault((scope, subject)) ?? [];
            seen.RemoveAll(each => each.At <= now - window);
            inCall = seen.Count;
            if (seen.Count >= limit || (_windows.Count > MostSubjects && seen.Count == 0))
            {
                return new LimitVerdict.Paused(scope);
            }
        }

        foreach (var (scope, subject, _, _) in Subjects(attempt))
        {
            if (!_windows.TryGetValue((scope, subject), out var seen))
            {
                _windows.Add((scope, subject), seen = []);
            }

            seen.Add((attempt.Id, now));
        }

        return new LimitVerdict.Allowed(limits.Call - inCall - 1, IsRun(attempt, now));
    }

    private bool IsRun(LookupAttempt attempt, DateTimeOffset now)
    {
        var subject = attempt.CallerKey ?? attempt.CallId;
        if (!_numbers.TryGetValue(subject, out var tried))
        {
            _numbers.Add(subject, tried = []);
        }

        tried.RemoveAll(each => each.At <= now - LimitRules.CallerWindow);
        var index = tried.FindIndex(each => string.Equals(each.Key, attempt.CaseKey, StringComparison.Ordinal));
        if (index >= 0)
        {
            tried[index] = tried[index] with { At = now };
        }
        else
        {
            var beside = tried.Exists(each => string.Equals(each.Key, attempt.KeyBefore, StringComparison.Ordinal) || string.Equals(each.Key, attempt.KeyAfter, StringComparison.Ordinal));
            tried.Add((attempt.CaseKey, beside ? now : null, now));
        }

        return tried.Count >= LimitRules.ManyNumbers || tried.Count(each => each.BesideAt > now - LimitRules.CallerWindow) >= LimitRules.ManyNeighbours;
    }

    private IEnumerable<(LimitScope Scope, string Subject, int Limit, TimeSpan Window)> Subjects(LookupAttempt attempt) =>
    [
        (LimitScope.Line, "", Math.Max(limits.Call, limits.Line / 2), LimitRules.LineWindow),
        (LimitScope.Case, attempt.CaseKey, Math.Max(limits.Call, limits.Case / 2), LimitRules.CaseWindow),
        (LimitScope.Caller, attempt.CallerKey ?? "", Math.Max(limits.Call, (attempt.CallerKey is null ? limits.Withheld : limits.Caller) / 2), LimitRules.CallerWindow),
        (LimitScope.Call, attempt.CallId, limits.Call, LimitRules.CallWindow),
    ];

    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var (subject, seen) in _windows.ToList())
        {
            if (seen.TrueForAll(each => each.At <= now - LimitRules.CallerWindow))
            {
                _windows.Remove(subject);
            }
        }

        foreach (var (subject, tried) in _numbers.ToList())
        {
            if (tried.TrueForAll(each => each.At <= now - LimitRules.CallerWindow))
            {
                _numbers.Remove(subject);
            }
        }
    }
}
