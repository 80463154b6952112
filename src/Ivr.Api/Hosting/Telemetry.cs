using Infoline.Ivr.Voice;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Infoline.Ivr.Hosting;

/// <summary>Traces and metrics: Prometheus reads <c>/metrics</c>; an OTLP collector gets both when its endpoint is set.</summary>
internal static class Telemetry
{
    // Of the meters of ASP.NET Core those that somebody looks at: requests by route and status, and connections.
    private const string RequestsMeter = "Microsoft.AspNetCore.Hosting";
    private const string ConnectionsMeter = "Microsoft.AspNetCore.Server.Kestrel";

    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var exports = !string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("infoline"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(VoiceMetrics.MeterName, RequestsMeter, ConnectionsMeter).AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter();
                if (exports)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (exports)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter());
        }
    }
}
