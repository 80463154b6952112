using System.Globalization;
using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>Record: records the caller until a key, silence or the longest time ends it.</summary>
internal sealed record Record(
    Uri? Action, HttpMethod Method, TimeSpan Silence, string FinishOnKey, TimeSpan MaxLength, bool Beeps, StatusCallback? Callback) : Verb
{
    private static readonly TimeSpan Beep = TimeSpan.FromSeconds(0.5);

    public static new Record Read(VerbElement element)
    {
        var finish = element.Text("finishOnKey") ?? "1234567890*#";
        if (finish.Any(c => !"0123456789*#".Contains(c, StringComparison.Ordinal)))
            element.Fault($"finishOnKey=\"{finish}\" holds other than keys");
        element.OneOf("trim", "trim-silence", "trim-silence", "do-not-trim");
        element.Flag("transcribe", false);
        element.Ignore("transcribeCallback", "recordingConfigurationId");
        var record = new Record(
            element.Url("action"), element.Method("method"), TimeSpan.FromSeconds(element.Int("timeout", 5, 0, 14_400)), finish,
            TimeSpan.FromSeconds(element.Int("maxLength", 3600, 1, 14_400)), element.Flag("playBeep", true), RecordingOrder.ReadCallback(element));
        element.Close();
        return record;
    }

    public override async Task<Step> ExecuteAsync(CallRun run)
    {
        if (Beeps)
            await run.SoundAsync(new Tone(run.Now, Beep, ToneKind.Beep), untilKey: false);
        run.ForgetKeys();
        var recording = run.Network.Recordings.Start(run.Call, new RecordingOrder("RecordVerb", Callback));
        string ending;
        bool spoke;
        try
        {
            (ending, spoke) = await ListenAsync(run);
        }
        catch (CallOver)
        {
            // What was said before hanging up is kept, and the action is told of it although nothing can follow.
            run.Network.Recordings.Stop(recording);
            if ((Action ?? run.DocumentUrl) is { } told)
                run.Network.Tell(run.Network.Ask(run.Call, new DocumentSource.FromUrl(told, Method, Fields(recording, "hangup")), "callback") with { Event = "recorded" });
            throw;
        }

        run.Network.Recordings.Stop(recording, empty: !spoke);
        if (!spoke)
            return Step.Next;
        return (Action ?? run.DocumentUrl) is { } url
            ? new Step.Goto(new DocumentSource.FromUrl(url, Method, Fields(recording, ending)))
            : CallRun.Fail(11100, "Record without an action in a document that has no URL");
    }

    private static (string, string)[] Fields(Recording recording, string digits) =>
    [
        ("RecordingUrl", recording.Url.AbsoluteUri),
        ("RecordingSid", recording.Sid),
        ("RecordingDuration", ((int)Math.Round(recording.Length.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
        ("Digits", digits),
    ];

    private async Task<(string Ending, bool Spoke)> ListenAsync(CallRun run)
    {
        var spoke = false;
        var end = run.Now + MaxLength;
        var silentAt = run.Now;
        run.Call.VoiceCounts = true;
        try
        {
            while (true)
            {
                var quiet = Silence > TimeSpan.Zero ? silentAt + Silence : end;
                var until = quiet < end ? quiet : end;
                switch (await run.WaitAsync(signal => signal is Signal.Voice or Signal.Key, until - run.Now))
                {
                    case Signal.Voice voice:
                        spoke = true;
                        silentAt = run.Now + voice.Length;
                        break;
                    case Signal.Key key when FinishOnKey.Contains(key.Digit, StringComparison.Ordinal):
                        return (key.Digit.ToString(), spoke);
                    case null:
                        return ("", spoke);
                }
            }
        }
        finally
        {
            run.Call.VoiceCounts = false;
            run.Call.Mailbox.Drop(signal => signal is Signal.Voice);
        }
    }
}
