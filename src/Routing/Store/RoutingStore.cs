using System.Globalization;
using System.Text.Json;
using Infoline.Routing.Tasks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Infoline.Routing.Store;

/// <summary>
/// Runs the scripts. Each is called by its hash and brought again when the store has forgotten it; whatever the store's driver throws
/// becomes <see cref="RoutingUnavailableException"/>. What the scripts find to be done outside is passed to the host's tasks.
/// </summary>
internal sealed class RoutingStore(StoreConnection connection, HostTasks tasks, IOptionsMonitor<RoutingOptions> options, TimeProvider time)
{
    private const int RelaxedAtOnce = 200;

    public RoutingOptions Options => options.CurrentValue;

    /// <summary>Runs a script and passes on its tasks.</summary>
    public async Task<Reply> RunAsync(string script, CancellationToken cancellation, params RedisValue[] arguments)
    {
        var answer = await EvaluateAsync(ScriptLibrary.Get(script), arguments, cancellation);
        List<string> relaxed = [];
        for (var i = 2; i < answer.Length; i++)
        {
            var task = JsonSerializer.Deserialize((byte[])answer[i]!, ReplyJson.Default.TaskPayload)!;
            if (task is { Task: "relax", Language: { } language })
            {
                relaxed.Add(language);
            }
            else
            {
                tasks.Add(task);
            }
        }

        if (relaxed.Count > 0)
        {
            await RelaxAsync(relaxed, cancellation);
        }

        var payload = answer[1].IsNullOrEmpty ? Payload.None : JsonSerializer.Deserialize((byte[])answer[1]!, ReplyJson.Default.Payload)!;
        return new Reply((string)answer[0]!, payload);
    }

    /// <summary>Runs a script whose answer is not followed by tasks, and gives the answer as it is.</summary>
    public Task<RedisValue[]> RunPlainAsync(string script, CancellationToken cancellation, params RedisValue[] arguments) =>
        EvaluateAsync(ScriptLibrary.Get(script), arguments, cancellation);

    /// <summary>Looks again at all callers of some languages, some at a time, so that no single script is long; then offers them in the order of the queue.</summary>
    public async Task RelaxAsync(IReadOnlyList<string> languages, CancellationToken cancellation)
    {
        foreach (var language in languages)
        {
            for (int? looked = 0; looked is not null;)
            {
                var reply = await RunAsync("relax", cancellation, language, looked.Value, RelaxedAtOnce);
                looked = reply.Status is "more" ? reply.Payload.Looked ?? 0 : null;
            }
        }

        while ((await RunAsync("offer-relaxed", cancellation, RelaxedAtOnce)).Status is "more")
        {
            // Each turn offers as many; the next ones are looked at.
        }
    }

    /// <summary>Runs something of the driver on the store.</summary>
    public async Task<T> OnStoreAsync<T>(Func<IDatabase, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await work((await connection.GetAsync()).GetDatabase()).WaitAsync(cancellation);
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new RoutingUnavailableException(fault);
        }
    }

    /// <summary>The name of a key or channel of this hotline.</summary>
    public string Key(string name) => $"{{{Options.Hotline}}}:{name}";

    public async Task<IConnectionMultiplexer> ConnectionAsync() => await connection.GetAsync();

    private Task<RedisValue[]> EvaluateAsync(Script script, RedisValue[] arguments, CancellationToken cancellation) =>
        OnStoreAsync(
            async database =>
            {
                RedisKey[] keys = [Key("guard")];
                RedisValue[] all = [.. Common(), .. arguments];
                try
                {
                    return (RedisValue[])(await database.ScriptEvaluateAsync(script.Hash, keys, all))!;
                }
                catch (RedisServerException fault)
                {
                    // In whatever words the store says it: if it did not know the script, it gets it; else the fault stands.
                    var server = database.Multiplexer.GetServer(await database.IdentifyEndpointAsync(keys[0]) ?? throw new RoutingUnavailableException(fault));
                    if (fault.Kind is not RedisErrorKind.NoScript && await server.ScriptExistsAsync(script.Hash))
                    {
                        throw;
                    }

                    return (RedisValue[])(await database.ScriptEvaluateAsync(script.Text, keys, all))!;
                }
            },
            cancellation);

    private RedisValue[] Common()
    {
        var (settings, now) = (Options, time.GetUtcNow());
        var day = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone));
        return
        [
            now.ToUnixTimeMilliseconds(),
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Milliseconds(settings.RingTime + settings.RingMargin),
            Milliseconds(settings.AnyLevelAfter),
            Milliseconds(settings.SecondLanguageAfter),
            Milliseconds(settings.HeadStart),
            settings.CallerOrder switch
            {
                CallerOrder.BandThenArrival => "band-then-arrival",
                CallerOrder.Arrival => "arrival",
                _ => throw new InvalidOperationException("Not an order of callers."),
            },
            settings.ConsultantOrder switch
            {
                ConsultantOrder.FewestLanguagesThenIdle => "fewest-languages-then-idle",
                ConsultantOrder.LongestIdle => "longest-idle",
                _ => throw new InvalidOperationException("Not an order of consultants."),
            },
        ];
    }

    public static long Milliseconds(TimeSpan length) => (long)length.TotalMilliseconds;
}
