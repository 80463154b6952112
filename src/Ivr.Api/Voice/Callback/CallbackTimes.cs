using Infoline.Prompts.Hours;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>When a caller wants to be called.</summary>
internal enum CallbackTime
{
    /// <summary>When it is their turn.</summary>
    Soonest,

    /// <summary>In the next morning that has not begun.</summary>
    Morning,

    /// <summary>In the next afternoon that has not begun.</summary>
    Afternoon,
}

/// <summary>A part of a day of the office, in its local time.</summary>
internal readonly record struct CallbackSlot(DateOnly Day, TimeOnly From, TimeOnly Until);

/// <summary>What "as soon as possible", "in the morning" and "in the afternoon" mean by the hours of the office.</summary>
internal static class CallbackTimes
{
    private const int FurthestDay = 30;
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The confirmation, the silence after it and the goodbye.</summary>
    private static readonly TimeSpan ToHangUp = TimeSpan.FromSeconds(30);

    /// <summary>Shorter than this a part of a day is no time at which to be called.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The part of the day that is meant. Null for <see cref="CallbackTime.Soonest"/> means at any time; for the others, and while the hours
    /// tell no day on which the office opens again, that there is none.
    /// </summary>
    public static CallbackSlot? Next(this OpeningHours hours, CallbackTime time, DateTimeOffset now) => time switch
    {
        CallbackTime.Soonest => hours.At(now) is LineState.Closed { BackOn: { } day } && hours.HoursOn(day) is { } whole ? new CallbackSlot(day, whole.From, whole.Until) : null,
        CallbackTime.Morning => hours.NextPart(now, day => new DayHours(day.From, Earlier(day.Until, Noon))),
        CallbackTime.Afternoon => hours.NextPart(now, day => new DayHours(Later(day.From, Noon), day.Until)),
        _ => throw new ArgumentOutOfRangeException(nameof(time), time, "Not a time to be called."),
    };

    /// <summary>When a caller may be dialled; whoever asks for it now needs a moment to hang up, or they would be found busy with us.</summary>
    public static CallbackWindow WindowFor(this OpeningHours hours, CallbackSlot? slot, DateTimeOffset now) => slot is { } part ? hours.Window(part) : new CallbackWindow(now + ToHangUp, Latest: null);

    /// <summary>The same as instants, whatever the clocks do between.</summary>
    public static CallbackWindow Window(this OpeningHours hours, CallbackSlot slot) => new(hours.Instant(slot.Day, slot.From), hours.Instant(slot.Day, slot.Until));

    private static CallbackSlot? NextPart(this OpeningHours hours, DateTimeOffset now, Func<DayHours, DayHours> partOf)
    {
        var today = DateOnly.FromDateTime(hours.Local(now));
        for (var day = today; day <= today.AddDays(FurthestDay); day = day.AddDays(1))
        {
            if (hours.HoursOn(day) is { } whole && partOf(whole) is var part && part.Until > part.From && part.Until - part.From >= Shortest && hours.Instant(day, part.From) > now)
                return new CallbackSlot(day, part.From, part.Until);
        }

        return null;
    }

    private static TimeOnly Earlier(TimeOnly one, TimeOnly other) => one < other ? one : other;

    private static TimeOnly Later(TimeOnly one, TimeOnly other) => one > other ? one : other;
}
