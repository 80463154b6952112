using System.Diagnostics.Metrics;
using Infoline.Ivr.Voice.CallEnd;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice;

/// <summary>What the line measures of its calls.</summary>
internal sealed class VoiceMetrics
{
    /// <summary>The name under which the meters are collected.</summary>
    public const string MeterName = "Infoline.Voice";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _fellBack;
    private readonly Counter<long> _missing;
    private readonly Histogram<double> _duration;

    public VoiceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>("infoline.webhook.refused", "{request}", "Webhooks refused: not signed, wrongly signed, or unreadable.");
        _fellBack = meter.CreateCounter<long>("infoline.webhook.fallback", "{request}", "Steps of calls that the network could not get an answer to.");
        _missing = meter.CreateCounter<long>("infoline.recording.missing", "{recording}", "Recordings found missing, whose text is said by a synthetic voice.");
        _duration = meter.CreateHistogram<double>("infoline.call.duration", "s", "Length of calls from answer to end.");
    }

    public void Refused() => _refused.Add(1);

    public void FellBack() => _fellBack.Add(1);

    public void RecordingMissing(Language language) => _missing.Add(1, new KeyValuePair<string, object?>("language", language.Code()));

    public void Ended(CallPath path, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("language", path.LanguageCode), new KeyValuePair<string, object?>("ended_at", path.EndedAt));
}
