using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Infoline.Routing.Store;

namespace Infoline.Routing.Tasks;

/// <summary>What scripts run on this node found to be done. What is lost with the node is found again by the sweep.</summary>
internal sealed class HostTasks
{
    private readonly Channel<HostTask> _tasks = Channel.CreateUnbounded<HostTask>();
    private int _waiting;

    /// <summary>How many tasks were found and not yet given out or passed over.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public ChannelReader<HostTask> Reader => _tasks.Reader;

    public void Add(TaskPayload task)
    {
        if (Read(task) is { } known)
        {
            Interlocked.Increment(ref _waiting);
            _tasks.Writer.TryWrite(known);
        }
    }

    public void Taken() => Interlocked.Decrement(ref _waiting);

    internal static RingPurpose Purpose(string? kind) => kind switch
    {
        "callback" => RingPurpose.Callback,
        "consultation" => RingPurpose.Consultation,
        _ => RingPurpose.Call,
    };

    private static HostTask? Read(TaskPayload task) => task.Task switch
    {
        "ring" => new HostTask.Ring(
            ReservationId.Parse(task.Reservation!),
            CallId.Parse(task.Call!),
            ConsultantId.Parse(task.Consultant!),
            task.Device ?? "",
            LanguageCode.Parse(task.Language!),
            string.IsNullOrEmpty(task.Topic) ? null : task.Topic,
            DateTimeOffset.FromUnixTimeMilliseconds(task.Arrived),
            task.Band is "1" ? PriorityBand.Priority : PriorityBand.Normal,
            Purpose(task.Kind),
            string.IsNullOrEmpty(task.Number) ? null : task.Number),
        "stop" => new HostTask.StopRinging(
            ReservationId.Parse(task.Reservation!),
            CallId.Parse(task.Call!),
            ConsultantId.Parse(task.Consultant!),
            string.IsNullOrEmpty(task.Leg) ? null : task.Leg,
            Wire.ReservationState(task.Why)),
        "check" => new HostTask.LookAfter(CallId.Parse(task.Call!), task.Reservation is { } id ? ReservationId.Parse(id) : null),
        _ => null,
    };
}

/// <summary>The stream of what the host has to do, for the one part of the host that dials.</summary>
public sealed class HostTaskQueue
{
    private readonly HostTasks _tasks;
    private readonly Reservations _reservations;

    internal HostTaskQueue(HostTasks tasks, Reservations reservations)
    {
        _tasks = tasks;
        _reservations = reservations;
    }

    /// <summary>How many tasks of this node were found and are not yet given out: a number that stays above zero tells that nobody takes them.</summary>
    public int Waiting => _tasks.Waiting;

    /// <summary>
    /// Every task of this node, as it comes. A <see cref="HostTask.Ring"/> is given out only while its reservation is pending and by one
    /// node only; when its node dies before dialling, another node gets it.
    /// </summary>
    public async IAsyncEnumerable<HostTask> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var task in _tasks.Reader.ReadAllAsync(cancellation))
        {
            var mayBegin = task is not HostTask.Ring ring || await MayRingAsync(ring, cancellation);
            if (mayBegin)
            {
                yield return task;
            }

            _tasks.Taken();
        }
    }

    /// <summary>A store that does not answer now gives the offer out again later, by the sweep.</summary>
    private async Task<bool> MayRingAsync(HostTask.Ring ring, CancellationToken cancellation)
    {
        try
        {
            return await _reservations.TakeToDialAsync(ring.Reservation, cancellation);
        }
        catch (RoutingUnavailableException)
        {
            return false;
        }
    }
}
