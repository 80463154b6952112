using Infoline.Routing.Store;
using Infoline.Routing.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Infoline.Routing;

/// <summary>
/// Plays calls through the queue as it is, with the very scripts that route live callers, in a store of its own inside this process and
/// on a clock that jumps from event to event. The line itself is not touched.
/// </summary>
public static class QueueSimulation
{
    /// <summary>Plays all calls.</summary>
    /// <param name="calls">The callers, in any order.</param>
    /// <param name="staff">Who is at work the whole time; the device is not rung.</param>
    /// <param name="settings">The settings of the queue; where its store is does not matter.</param>
    /// <param name="pickUp">How long it rings until a consultant answers; shorter than <see cref="RoutingOptions.RingTime"/>.</param>
    /// <param name="progress">Told how many calls have come so far.</param>
    /// <param name="cancellation">Stops in between.</param>
    /// <returns>The fates in the order of arrival.</returns>
    public static async Task<IReadOnlyList<SimulatedFate>> RunAsync(
        IReadOnlyList<SimulatedCall> calls,
        IReadOnlyList<ConsultantProfile> staff,
        RoutingOptions settings,
        TimeSpan pickUp,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        if (calls.Count == 0)
        {
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("infoline-simulation-");
        try
        {
            var ordered = calls.OrderBy(call => call.At).ToList();
            var clock = new Clock(ordered[0].At);
            await using var services = Services(settings, folder.FullName, clock);
            var run = new Run(services, ordered, clock, pickUp);
            await run.OpenAsync(staff, cancellation);
            return await run.PlayAsync(progress, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Services(RoutingOptions settings, string folder, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddCallRouting(options =>
        {
            foreach (var property in typeof(RoutingOptions).GetProperties())
            {
                property.SetValue(options, property.GetValue(settings));
            }

            (options.Connection, options.DataFolder, options.Hotline) = ("", folder, "simulation");
        });
        return services.BuildServiceProvider();
    }

    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>One play: what is to happen, by time; and what became of each caller.</summary>
    private sealed class Run(IServiceProvider services, IReadOnlyList<SimulatedCall> calls, Clock clock, TimeSpan pickUp)
    {
        private readonly CallQueue _queue = services.GetRequiredService<CallQueue>();
        private readonly Reservations _reservations = services.GetRequiredService<Reservations>();
        private readonly HostTasks _tasks = services.GetRequiredService<HostTasks>();
        private readonly RoutingOptions _settings = services.GetRequiredService<RoutingStore>().Options;
        private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Turn)> _events = new();
        private readonly SimulatedFate?[] _fates = new SimulatedFate?[calls.Count];
        private long _turn;

        public async Task OpenAsync(IReadOnlyList<ConsultantProfile> staff, CancellationToken cancellation)
        {
            var consultants = services.GetRequiredService<Consultants>();
            foreach (var one in staff)
            {
                await consultants.SignInAsync(one, Availability.Available, null, cancellation);
            }
        }

        public async Task<IReadOnlyList<SimulatedFate>> PlayAsync(IProgress<int>? progress, CancellationToken cancellation)
        {
            for (var number = 0; number < calls.Count; number++)
            {
                var call = number;
                At(calls[number].At, () =>
                {
                    progress?.Report(call + 1);
                    return ArriveAsync(call);
                });
            }

            while (_events.TryDequeue(out var happen, out var when))
            {
                cancellation.ThrowIfCancellationRequested();
                clock.Now = when.At;
                await happen();
                RingWhoIsToBeRung();
            }

            return [.. _fates.Select(fate => fate!)];
        }

        private async Task ArriveAsync(int number)
        {
            var call = calls[number];
            var ticket = new Ticket(CallOf(number), call.At, call.Language);
            if (await _queue.JoinAsync(ticket) is JoinResult.Refused)
            {
                _fates[number] = new SimulatedFate(call, SimulatedOutcome.TurnedAway, TimeSpan.Zero);
                return;
            }

            At(call.At + call.Patience, () => GiveUpAsync(number));

            // A turn of the wait loop takes the step of the language rule that is due.
            foreach (var step in new[] { _settings.AnyLevelAfter, _settings.SecondLanguageAfter }.Where(step => step < call.Patience))
            {
                At(call.At + step, () => _fates[number] is null ? _queue.WaitAsync(ticket) : Task.CompletedTask);
            }
        }

        private async Task GiveUpAsync(int number)
        {
            if (_fates[number] is null)
            {
                _fates[number] = new SimulatedFate(calls[number], SimulatedOutcome.Abandoned, calls[number].Patience);
                await _queue.LeaveAsync(CallOf(number), LeaveReason.HungUp);
            }
        }

        private void RingWhoIsToBeRung()
        {
            while (_tasks.Reader.TryRead(out var task))
            {
                _tasks.Taken();
                if (task is HostTask.Ring ring)
                {
                    At(clock.Now + pickUp, () => AnswerAsync(ring));
                }
            }
        }

        private async Task AnswerAsync(HostTask.Ring ring)
        {
            if (await _reservations.AcceptAsync(ring.Reservation) is AcceptResult.Accepted)
            {
                var number = int.Parse(ring.Call.Value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
                _fates[number] = new SimulatedFate(calls[number], SimulatedOutcome.Answered, clock.Now - calls[number].At);
                At(clock.Now + calls[number].Talk, () => EndAsync(number, ring.Reservation));
            }
        }

        private async Task EndAsync(int number, ReservationId reservation)
        {
            await _queue.LeaveAsync(CallOf(number), LeaveReason.Ended);
            At(clock.Now + calls[number].WrapUp, () => _reservations.FinishWrapUpAsync(reservation));
        }

        private void At(DateTimeOffset when, Func<Task> happens) => _events.Enqueue(happens, (when, _turn++));

        private static CallId CallOf(int number) => CallId.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"S{number}"));
    }
}
