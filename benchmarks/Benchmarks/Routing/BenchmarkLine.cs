using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoline.Routing;
using Infoline.Routing.Store;
using Infoline.Routing.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Infoline.Benchmarks.Routing;

/// <summary>The median time of each step of a round, in microseconds: what else the machine does meets few of them.</summary>
internal sealed record StepTimes(double Enqueue, double Offer, double Accept, double Complete)
{
    public static IReadOnlyList<(string Name, Func<StepTimes, double> Of)> Steps { get; } =
    [
        ("enqueue", times => times.Enqueue),
        ("offer", times => times.Offer),
        ("accept", times => times.Accept),
        ("complete", times => times.Complete),
    ];
}

/// <summary>A hotline under measurement: the queue as a host has it, without the sweep.</summary>
internal sealed class BenchmarkLine : IAsyncDisposable
{
    private const string Trivial = "return ARGV[1]";
    private static readonly string[] Languages = ["pl", "en", "uk"];
    private readonly ServiceProvider _services;
    private readonly CallQueue _queue;
    private readonly Consultants _consultants;
    private readonly Reservations _reservations;
    private readonly IAsyncEnumerator<HostTask> _tasks;
    private readonly ConsultantId _worker = ConsultantId.Parse("worker");
    private int _calls;

    public BenchmarkLine(string connection, string folder, string hotline)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddCallRouting(options =>
        {
            options.Connection = connection;
            options.DataFolder = folder;
            options.Hotline = hotline;
            options.MostWaiting = int.MaxValue;
            options.WrapUp = TimeSpan.Zero;
        });
        _services = services.BuildServiceProvider();
        _queue = _services.GetRequiredService<CallQueue>();
        _consultants = _services.GetRequiredService<Consultants>();
        _reservations = _services.GetRequiredService<Reservations>();
        _tasks = _services.GetRequiredService<HostTaskQueue>().ReadAllAsync().GetAsyncEnumerator();
    }

    /// <summary>Consultants who are talking or on a break, and callers who wait: nothing is left to match.</summary>
    public async Task FillAsync(int consultants, int waiting, CancellationToken cancellation)
    {
        await ManyAsync(consultants, i => _consultants.SignInAsync(Profile($"c{i}", 1 + (i % 3)), Availability.Pause, "break", cancellation));
        await ManyAsync(waiting, _ => _queue.JoinAsync(Ticket(), cancellation));
    }

    /// <summary>Calls join; the worker gets free, accepts and completes as often. A round leaves as many waiting as it found.</summary>
    public async Task<StepTimes> RoundAsync(int calls, CancellationToken cancellation)
    {
        await _consultants.SignInAsync(Profile(_worker.Value, 3), Availability.Pause, "break", cancellation);
        await _consultants.SetStateAsync(_worker, Availability.Pause, "break", cancellation);
        var (enqueue, offer, accept, complete) = (new Times(calls), new Times(calls), new Times(calls), new Times(calls));
        for (var i = 0; i < calls; i++)
        {
            var ticket = Ticket();
            var start = Stopwatch.GetTimestamp();
            await _queue.JoinAsync(ticket, cancellation);
            enqueue.Add(start);
        }

        for (var i = 0; i < calls; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await _consultants.SetStateAsync(_worker, Availability.Available, null, cancellation);
            offer.Add(start);
            await _tasks.MoveNextAsync();
            var reservation = ((HostTask.Ring)_tasks.Current).Reservation;
            start = Stopwatch.GetTimestamp();
            await _reservations.AcceptAsync(reservation, cancellation);
            accept.Add(start);
            await _consultants.SetStateAsync(_worker, Availability.Pause, "break", cancellation);
            start = Stopwatch.GetTimestamp();
            await _reservations.CompleteAsync(reservation, Party.Caller, cancellation);
            complete.Add(start);
        }

        return new StepTimes(enqueue.Median, offer.Median, accept.Median, complete.Median);
    }

    /// <summary>The median time, in microseconds, of a script that does nothing, on the same store by the same driver.</summary>
    public async Task<double> TrivialAsync(int calls, CancellationToken cancellation)
    {
        var store = _services.GetRequiredService<RoutingStore>();
        var database = (await store.ConnectionAsync()).GetDatabase();
#pragma warning disable CA5350 // Redis names scripts by SHA-1.
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(Trivial));
#pragma warning restore CA5350
        RedisKey[] keys = [store.Key("guard")];
        await database.ScriptEvaluateAsync(Trivial, keys, ["x"]);
        var times = new Times(calls);
        for (var i = 0; i < calls; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            await database.ScriptEvaluateAsync(hash, keys, ["x"]);
            times.Add(start);
        }

        return times.Median;
    }

    /// <summary>From asking to be available to the task that the host dials from.</summary>
    public async Task<List<TimeSpan>> TimesToDialAsync(int calls, CancellationToken cancellation)
    {
        var times = new List<TimeSpan>(calls);
        await _consultants.SignInAsync(Profile(_worker.Value, 3), Availability.Pause, "break", cancellation);
        for (var i = 0; i < calls; i++)
        {
            await _queue.JoinAsync(Ticket(), cancellation);
            await _consultants.SetStateAsync(_worker, Availability.Pause, "break", cancellation);
            var start = Stopwatch.GetTimestamp();
            await _consultants.SetStateAsync(_worker, Availability.Available, null, cancellation);
            await _tasks.MoveNextAsync();
            times.Add(Stopwatch.GetElapsedTime(start));
            var reservation = ((HostTask.Ring)_tasks.Current).Reservation;
            await _reservations.AcceptAsync(reservation, cancellation);
            await _consultants.SetStateAsync(_worker, Availability.Pause, "break", cancellation);
            await _reservations.CompleteAsync(reservation, Party.Caller, cancellation);
        }

        return times;
    }

    public async ValueTask DisposeAsync()
    {
        await _tasks.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class Times(int calls)
    {
        private readonly List<double> _microseconds = new(calls);

        public double Median
        {
            get
            {
                _microseconds.Sort();
                return _microseconds[_microseconds.Count / 2];
            }
        }

        public void Add(long start) => _microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }

    private static Task ManyAsync(int count, Func<int, Task> work) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) => await work(i));

    private Ticket Ticket()
    {
        var number = Interlocked.Increment(ref _calls);
        return new Ticket(CallId.Parse($"CA{number.ToString(CultureInfo.InvariantCulture)}"), DateTimeOffset.UtcNow, LanguageCode.Parse(Languages[number % 3]));
    }

    private static ConsultantProfile Profile(string id, int languages) => new(
        ConsultantId.Parse(id), id, [.. Languages.Take(languages).Select(code => new SpokenLanguage(LanguageCode.Parse(code), 5))], $"client:{id}");
}
