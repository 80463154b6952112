using System.Collections.Concurrent;
using System.Globalization;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>Every recording of the account.</summary>
internal sealed class RecordingShelf(TelephoneNetwork network)
{
    private readonly ConcurrentDictionary<string, Recording> _recordings = new(StringComparer.Ordinal);

    public IReadOnlyList<Recording> All =>
        [.. _recordings.Values.OrderByDescending(recording => recording.StartedAt).ThenBy(recording => recording.Sid, StringComparer.Ordinal)];

    public Recording? Of(string sid) => _recordings.GetValueOrDefault(sid);

    public bool Remove(string sid) => _recordings.TryRemove(sid, out _);

    public Recording Start(Call? call, RecordingOrder order, string? conferenceSid = null)
    {
        var sid = network.NewSid("RE");
        var url = network.Rest($"/2010-04-01/Accounts/{network.Options.AccountSid}/Recordings/{sid}");
        var recording = new Recording(sid, network.Options.AccountSid, url, order, network.Pace.Now) { CallSid = call?.Sid ?? "", ConferenceSid = conferenceSid };
        _recordings[sid] = recording;
        Tell(recording);
        return recording;
    }

    public void Pause(Recording recording) => recording.Become("paused", network.Pace.Now);

    public void Resume(Recording recording) => recording.Become("in-progress", network.Pace.Now);

    /// <summary>Ends a recording; one of nothing is absent.</summary>
    public void Stop(Recording recording, bool empty = false)
    {
        if (recording.Become(empty ? "absent" : "completed", network.Pace.Now))
            Tell(recording);
    }

    private void Tell(Recording recording)
    {
        if (recording.Order.Callback is not { } callback || !callback.Events.Contains(recording.Status))
            return;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("AccountSid", recording.AccountSid),
            new("CallSid", recording.CallSid),
            new("RecordingSid", recording.Sid),
            new("RecordingUrl", recording.Url.AbsoluteUri),
            new("RecordingStatus", recording.Status),
            new("RecordingDuration", recording.IsOver ? SecondsOf(recording) : "-1"),
            new("RecordingChannels", recording.Order.Channels.ToString(CultureInfo.InvariantCulture)),
            new("RecordingStartTime", recording.StartedAt.ToString("r", CultureInfo.InvariantCulture)),
            new("RecordingSource", recording.Order.Source),
            new("RecordingTrack", "both"),
            new("ErrorCode", "0"),
        };
        if (recording.ConferenceSid is { } conference)
            fields.Add(new("ConferenceSid", conference));
        network.Tell(new WebhookRequest(callback.Url, callback.Method, fields, network.Options.AuthToken, "callback", network.CallOf(recording.CallSid))
        {
            Event = $"recording-{recording.Status}",
        });
    }

    public static string SecondsOf(Recording recording) => ((int)Math.Round(recording.Length.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
