using System.Globalization;
using StackExchange.Redis;

namespace Infoline.Cases.Limits.Redis;

/// <summary>Gives the connection to Redis, or to the embedded store; asked anew for each attempt, so that it may come and go.</summary>
public delegate ValueTask<IDatabase> LimiterStore(CancellationToken cancellationToken);

/// <summary>The limits of all nodes together, in one script.</summary>
internal sealed class RedisLookupLimiter(LimiterStore store, string prefix, LimitOptions limits, TimeProvider time) : ILookupLimiter
{
    private static readonly string Take = ReadScript();

    public async Task<LimitVerdict> TakeAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        var redis = await store(cancellationToken);
        (TimeSpan Window, int Limit)[] windows =
        [
            (LimitRules.LineWindow, limits.Line), (LimitRules.CaseWindow, limits.Case),
            (LimitRules.CallerWindow, attempt.CallerKey is null ? limits.Withheld : limits.Caller), (LimitRules.CallWindow, limits.Call),
        ];
        RedisValue[] values =
        [
            time.GetUtcNow().ToUnixTimeMilliseconds(), attempt.Id,
            .. windows.SelectMany(each => new RedisValue[] { (long)each.Window.TotalMilliseconds, each.Limit }),
            attempt.CaseKey, attempt.KeyBefore, attempt.KeyAfter, (long)LimitRules.CallerWindow.TotalMilliseconds,
        ];
        var reply = (RedisResult[])(await redis.ScriptEvaluateAsync(Take, Keys(attempt), values).WaitAsync(cancellationToken))!;
        var second = int.Parse(reply[1].ToString(), CultureInfo.InvariantCulture);
        return reply[0].ToString() is "paused"
            ? new LimitVerdict.Paused((LimitScope)(second - 1))
            : new LimitVerdict.Allowed(limits.Call - second - 1, (int)reply[2] >= LimitRules.ManyNumbers || (int)reply[3] >= LimitRules.ManyNeighbours);
    }

    public async Task ForgiveAsync(LookupAttempt attempt, CancellationToken cancellationToken)
    {
        var redis = await store(cancellationToken);
        var keys = Keys(attempt);
        await Task.WhenAll(
        [
            .. keys[..4].Select(key => redis.SortedSetRemoveAsync(key, attempt.Id)),
            .. keys[4..].Select(key => redis.SortedSetRemoveAsync(key, attempt.CaseKey)),
        ]).WaitAsync(cancellationToken);
    }

    private RedisKey[] Keys(LookupAttempt attempt) =>
    [
        $"{prefix}lookups:line",
        $"{prefix}lookups:case:{attempt.CaseKey}",
        $"{prefix}lookups:caller:{attempt.CallerKey ?? "withheld"}",
        $"{prefix}lookups:call:{attempt.CallId}",
        $"{prefix}lookups:numbers:{attempt.CallerKey ?? attempt.CallId}",
        $"{prefix}lookups:neighbours:{attempt.CallerKey ?? attempt.CallId}",
    ];

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(RedisLookupLimiter).Assembly.GetManifestResourceStream("Limits/take.lua")!);
        return reader.ReadToEnd();
    }
}
