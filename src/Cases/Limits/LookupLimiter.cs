using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Infoline.Cases.Limits;

/// <summary>The limits of all nodes while Redis answers, and this node's own stricter ones while it does not: a look-up is never unlimited.</summary>
internal sealed partial class LookupLimiter(ILookupLimiter shared, ILookupLimiter own, ILogger<LookupLimiter> log) : ILookupLimiter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private int _alone;

    public async Task<LimitVerdict> TakeAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var verdict = await shared.TakeAsync(attempt, patience.Token);
            if (Interlocked.Exchange(ref _alone, 0) == 1)
            {
                Together(log);
            }

            return verdict;
        }
        catch (Exception outage) when (IsOutage(outage) && !cancellationToken.IsCancellationRequested)
        {
            if (Interlocked.Exchange(ref _alone, 1) == 0)
            {
                Alone(log, outage);
            }

            return await own.TakeAsync(attempt, cancellationToken);
        }
    }

    public async Task ForgiveAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await own.ForgiveAsync(attempt, cancellationToken);
        try
        {
            await shared.ForgiveAsync(attempt, patience.Token);
        }
        catch (Exception outage) when (IsOutage(outage) && !cancellationToken.IsCancellationRequested)
        {
            // The attempt stays counted until its window ends: on the safe side.
        }
    }

    private static bool IsOutage(Exception exception) => exception is RedisException or TimeoutException or OperationCanceledException or ObjectDisposedException;

    [LoggerMessage(EventName = "LookupLimitsAlone", Level = LogLevel.Warning, Message = "Redis does not answer; this node limits look-ups of cases by itself, more strictly.")]
    private static partial void Alone(ILogger logger, Exception outage);

    [LoggerMessage(EventName = "LookupLimitsTogether", Level = LogLevel.Information, Message = "Redis answers again; look-ups of cases are limited for all nodes together.")]
    private static partial void Together(ILogger logger);
}
