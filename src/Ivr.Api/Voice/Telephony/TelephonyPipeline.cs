using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;
using Twilio.Exceptions;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>How the line keeps asking when the telephone network's REST side falters.</summary>
internal static class TelephonyPipeline
{
    public const string Name = "telephone-network";

    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(4);

    /// <summary>Registers the pipeline; the breaker's state is readable through <see cref="TelephonyBreaker"/>.</summary>
    public static IServiceCollection AddTelephonyPipeline(this IServiceCollection services)
    {
        services.AddSingleton<TelephonyBreaker>();
        services.AddSingleton<TelephonyResilience>();
        return services.AddResiliencePipeline(Name, static (builder, context) =>
        {
            var breaker = context.ServiceProvider.GetRequiredService<TelephonyBreaker>();
            builder.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            builder
                .AddRetry(new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(IsPassing),
                    MaxRetryAttempts = 4,
                    Delay = TimeSpan.FromMilliseconds(250),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = TimeSpan.FromSeconds(3),
                })
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(IsPassing),
                    FailureRatio = 0.5,
                    MinimumThroughput = 8,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(5),
                    StateProvider = breaker.State,
                })
                .AddTimeout(OneTry);
        });
    }

    /// <summary>Whether a fault may pass by itself, so that asking again is right.</summary>
    public static bool IsPassing(Exception fault) => fault switch
    {
        // 429 and 5xx are the network's own troubles; any other status is an answer (twilio-voice facts, T16).
        ApiException api => api.Status is 429 or >= 500,
        ApiConnectionException or HttpRequestException or TimeoutException or Polly.Timeout.TimeoutRejectedException or BrokenCircuitException => true,
        _ => false,
    };
}

/// <summary>
/// The pipeline, built once: two requests that come first together would each have it built, and the breaker's state belongs to one alone.
/// </summary>
internal sealed class TelephonyResilience(ResiliencePipelineProvider<string> pipelines)
{
    public ResiliencePipeline Pipeline { get; } = pipelines.GetPipeline(TelephonyPipeline.Name);
}

/// <summary>The state of the breaker in front of the telephone network, for supervisors and health.</summary>
internal sealed class TelephonyBreaker
{
    /// <summary>Closed until the pipeline is first used.</summary>
    public CircuitBreakerStateProvider State { get; } = new();

    /// <summary>True while requests are held back.</summary>
    public bool IsOpen => State.CircuitState is CircuitState.Open or CircuitState.Isolated;
}
