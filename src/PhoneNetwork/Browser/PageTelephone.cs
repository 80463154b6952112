namespace Infoline.PhoneNetwork.Browser;

/// <summary>What a page hears of a call.</summary>
internal sealed class PageTelephone(TelephoneNetwork network, BrowserPhoneOptions options, Switchboard switchboard, PageSocket page) : ITelephone
{
    private readonly Lock _gate = new();
    private int _told;

    public PageSocket Page => page;

    public void Hear(Call call, Heard sound)
    {
        switch (sound)
        {
            case Played played:
                page.Send(cancel => WithAudioAsync(call, played, cancel));
                break;
            case Said said:
                page.Send(new PageEvent.Say(call.Sid, said.Text, said.Language, said.Length.TotalSeconds));
                break;
            case Spoke spoke:
                page.Send(new PageEvent.Say(call.Sid, spoke.Text, null, spoke.Length.TotalSeconds));
                break;
            case Tones tones:
                page.Send(new PageEvent.Tones(call.Sid, tones.Digits));
                break;
            case Tone tone:
                page.Send(new PageEvent.Tone(call.Sid, tone.Kind switch { ToneKind.Ringing => "ringing", ToneKind.HoldMusic => "holdMusic", _ => "beep" }));
                break;
            case HungUp:
                switchboard.Remove(call);
                break;
        }
    }

    public void FallSilent(Call call) => page.Send(new PageEvent.Silence(call.Sid));

    public void Connect(Call call, IReadOnlyList<Call> heard) => switchboard.Changed();

    /// <summary>Tells the page every line of the transcript, and connects it with others when the network does.</summary>
    public void Follow(Call call)
    {
        switchboard.Add(call, page);
        call.Transcript.Added = _ => TellSteps(call);
        TellSteps(call);
        if (call.IsOver)
            switchboard.Remove(call);
    }

    /// <summary>Tells the lines that were added since the last time, each once.</summary>
    private void TellSteps(Call call)
    {
        lock (_gate)
        {
            foreach (var entry in call.Transcript.Entries.Skip(_told))
            {
                _told++;
                page.Send(new PageEvent.Step(call.Sid, entry.At.TotalSeconds, entry.Kind.ToString(), entry.Text, entry.Detail, entry.Took?.TotalMilliseconds));
                if (entry.Kind == TranscriptKind.Status)
                    page.Send(new PageEvent.Status(call.Sid, entry.Text));
            }
        }
    }

    private async Task<(PageEvent Message, byte[]? Audio)> WithAudioAsync(Call call, Played played, CancellationToken cancel)
    {
        var (clip, _) = await network.Media.FetchAsync(played.Url, cancel);
        var caption = options.Caption(played.Url);
        return (new PageEvent.Play(call.Sid, played.Name, played.Length.TotalSeconds, caption?.Text, caption?.Language, clip is not null), clip?.Bytes);
    }
}
