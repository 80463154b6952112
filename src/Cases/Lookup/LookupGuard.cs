using Infoline.Cases.Alarms;
using Infoline.Cases.Limits;

namespace Infoline.Cases.Lookup;

/// <summary>What stands around a look-up: the limits before it, and what supervisors are told after it.</summary>
internal sealed class LookupGuard(ILookupLimiter limiter, LookupSecret secret, LookupAlarms alarms)
{
    public async Task<LookupAttempt> AttemptAsync(LookupRequest request, CancellationToken cancellationToken)
    {
        // The last candidate is the longest: the running number where it was keyed apart, the most digits where it was not.
        var running = request.Number.Candidates[^1];
        return new LookupAttempt(
            Guid.NewGuid().ToString("N"), request.CallId, request.CallerKey,
            await secret.HashAsync(running, request.Number.Year, cancellationToken),
            await secret.HashAsync(running - 1, request.Number.Year, cancellationToken),
            await secret.HashAsync(running + 1, request.Number.Year, cancellationToken));
    }

    public async Task<LimitVerdict> TakeAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        var verdict = await limiter.TakeAsync(attempt, cancellationToken);
        if (verdict is LimitVerdict.Paused(var scope))
        {
            await (scope switch
            {
                LimitScope.Line => alarms.RaiseAsync(AlarmKind.LineLimit, "line", cancellationToken),
                LimitScope.Case => alarms.RaiseAsync(AlarmKind.CaseLimit, attempt.CaseKey, cancellationToken),
                LimitScope.Caller => alarms.RaiseAsync(AlarmKind.CallerLimit, attempt.CallerKey ?? Audit.CaseAudit.WithheldCaller, cancellationToken),
                LimitScope.Call => Task.CompletedTask,
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        return verdict;
    }

    public async Task CloseAsync(LookupAttempt attempt, LimitVerdict verdict, LookupResult result, CancellationToken cancellationToken)
    {
        if (result is LookupResult.Found or LookupResult.Several)
        {
            await limiter.ForgiveAsync(attempt, cancellationToken);
        }
        else if (verdict is LimitVerdict.Allowed { IsRun: true })
        {
            await alarms.RaiseAsync(AlarmKind.RunThroughNumbers, attempt.CallerKey ?? attempt.CallId, cancellationToken);
        }
    }
}
