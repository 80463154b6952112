using CsCheck;
using Infoline.Cases.Limits;
using Infoline.Cases.Limits.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace Infoline.Cases.Tests.Limits;

public sealed class LookupLimiterTests
{
    private static int _attempts;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly LimitOptions _limits = new() { Call = 3, Caller = 6, Withheld = 8, Case = 6, Line = 10 };

    [Fact]
    public async Task Each_limit_pauses_its_own_subject_and_nobody_else()
    {
        await using var redis = await PrivateRedis.StartAsync();
        var limiter = Limiter(redis);

        for (var number = 0; number < 6; number++)
        {
            (await TakeAsync(limiter, call: $"call{number}", caller: "a", number: 10 * number)).ShouldBeOfType<LimitVerdict.Allowed>();
        }

        (await TakeAsync(limiter, call: "call9", caller: "a", number: 900)).ShouldBe(new LimitVerdict.Paused(LimitScope.Caller));
        (await TakeAsync(limiter, call: "call9", caller: "b", number: 900)).ShouldBeOfType<LimitVerdict.Allowed>();
    }

    [Fact]
    public async Task A_full_window_slides_on()
    {
        await using var redis = await PrivateRedis.StartAsync();
        var limiter = Limiter(redis);
        for (var number = 0; number < 10; number++)
        {
            await TakeAsync(limiter, call: $"call{number}", caller: $"caller{number}", number: 10 * number);
            _time.Advance(TimeSpan.FromMinutes(0.9));
        }

        (await TakeAsync(limiter, call: "x", caller: "x", number: 999)).ShouldBe(new LimitVerdict.Paused(LimitScope.Line));
        _time.Advance(TimeSpan.FromMinutes(1));
        (await TakeAsync(limiter, call: "x", caller: "x", number: 999)).ShouldBeOfType<LimitVerdict.Allowed>();
    }

    [Fact]
    public async Task Attempts_at_the_same_time_cannot_slip_through_together()
    {
        await using var redis = await PrivateRedis.StartAsync();
        var limiter = Limiter(redis);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => TakeAsync(limiter, call: $"call{number}", caller: "a", number: 10 * number)));

        verdicts.Count(verdict => verdict is LimitVerdict.Allowed).ShouldBe(6);
    }

    [Fact]
    public async Task The_shared_and_the_own_limiter_follow_the_same_rules()
    {
        await using var redis = await PrivateRedis.StartAsync();
        var doubled = new LimitOptions { Call = _limits.Call, Caller = _limits.Caller * 2, Withheld = _limits.Withheld * 2, Case = _limits.Case * 2, Line = _limits.Line * 2 };
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[1, 12], Gen.Int[0, 200], Gen.Bool).Array[1, 40].SampleAsync(async steps =>
        {
            var (shared, own) = (Limiter(redis, $"{{test{Interlocked.Increment(ref _attempts)}}}:"), new MemoryLookupLimiter(doubled, _time));
            foreach (var (caller, call, number, minutes, found) in steps)
            {
                _time.Advance(TimeSpan.FromMinutes(minutes));
                var attempt = Attempt($"call{caller}-{call}", caller == 0 ? null : $"caller{caller}", number);
                var verdict = await shared.TakeAsync(attempt, CancellationToken.None);
                (await own.TakeAsync(attempt, CancellationToken.None)).ShouldBe(verdict);
                if (found && verdict is LimitVerdict.Allowed)
                {
                    await shared.ForgiveAsync(attempt, CancellationToken.None);
                    await own.ForgiveAsync(attempt, CancellationToken.None);
                }
            }
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task While_Redis_is_down_a_node_limits_by_itself_and_more_strictly()
    {
        await using var redis = await PrivateRedis.StartAsync();
        var limiter = new LookupLimiter(Limiter(redis), new MemoryLookupLimiter(_limits, _time), NullLogger<LookupLimiter>.Instance);
        (await TakeAsync(limiter, "call0", "a", 1)).ShouldBeOfType<LimitVerdict.Allowed>();

        await redis.StopAsync();

        for (var number = 0; number < 3; number++)
        {
            (await TakeAsync(limiter, $"call{number}", "a", 10 * number)).ShouldBeOfType<LimitVerdict.Allowed>();
        }

        (await TakeAsync(limiter, "call9", "a", 900)).ShouldBe(new LimitVerdict.Paused(LimitScope.Caller));
    }

    [Fact]
    public async Task Nothing_in_Redis_outlives_its_window()
    {
        await using var redis = await PrivateRedis.StartAsync();
        await TakeAsync(Limiter(redis), "call", "a", 1);
        await TakeAsync(Limiter(redis), "call", "a", 2);

        var server = redis.Connection.GetServers().Single();
        var keys = server.Keys().ToList();

        keys.Count.ShouldBe(7);
        foreach (var key in keys)
        {
            (await redis.Connection.GetDatabase().KeyTimeToLiveAsync(key)).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(LimitRules.CallerWindow);
        }
    }

    private RedisLookupLimiter Limiter(PrivateRedis redis, string prefix = "{test}:") => new(_ => ValueTask.FromResult<IDatabase>(redis.Connection.GetDatabase()), prefix, _limits, _time);

    private static Task<LimitVerdict> TakeAsync(ILookupLimiter limiter, string call, string? caller, int number) => limiter.TakeAsync(Attempt(call, caller, number), CancellationToken.None);

    private static LookupAttempt Attempt(string call, string? caller, int number) =>
        new($"attempt{Interlocked.Increment(ref _attempts)}", call, caller, $"n{number}", $"n{number - 1}", $"n{number + 1}");
}
