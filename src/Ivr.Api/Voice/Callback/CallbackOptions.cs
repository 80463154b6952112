using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>When callers are offered to be called back, and how they are called; under <c>Callback</c>.</summary>
internal sealed class CallbackOptions
{
    public const string Section = "Callback";

    /// <summary>After this wait the callback is offered; by its key it can be asked for at any time.</summary>
    public TimeSpan OfferAfter { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>When the expected wait is as long as this, the callback is offered at once.</summary>
    public TimeSpan LongWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the caller's telephone rings; whole seconds.</summary>
    public TimeSpan RingTime { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Says of each wrong setting what is wrong and what a right value looks like.</summary>
internal sealed class CallbackOptionsCheck : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        List<string> faults = [];
        if (options.OfferAfter < TimeSpan.Zero)
            faults.Add($"Callback:OfferAfter is {options.OfferAfter:c}; write a time from 00:00:00, for example 00:04:00.");
        if (options.LongWait < TimeSpan.FromMinutes(1))
            faults.Add($"Callback:LongWait is {options.LongWait:c}; write at least 00:01:00, for example 00:10:00.");
        if (options.RingTime < TimeSpan.FromSeconds(5) || options.RingTime > TimeSpan.FromMinutes(10))
            faults.Add($"Callback:RingTime is {options.RingTime:c}; write 00:00:05 to 00:10:00, for example 00:00:30.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
