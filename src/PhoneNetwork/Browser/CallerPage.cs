using System.Text.RegularExpressions;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>A caller's phone in a browser: one call at a time, heard, seen and steered from the page.</summary>
internal sealed partial class CallerPage(TelephoneNetwork network, BrowserPhoneOptions options, PageSocket page) : ITelephone
{
    private readonly Lock _gate = new();
    private Call? _call;
    private int _told;

    /// <summary>Runs until the page leaves; its call ends with it.</summary>
    public async Task RunAsync(string suggestedNumber, CancellationToken stop)
    {
        page.Send(new PageEvent.Welcome(network.Options.Number, suggestedNumber));
        await page.RunAsync(Obey, stop);
        HangUp();
    }

    void ITelephone.Hear(Call call, Heard sound)
    {
        switch (sound)
        {
            case Played played:
                page.Send(cancel => WithAudioAsync(played, cancel));
                break;
            case Said said:
                page.Send(new PageEvent.Say(said.Text, said.Language, said.Length.TotalSeconds));
                break;
            case Tones tones:
                page.Send(new PageEvent.Tones(tones.Digits, tones.Length.TotalSeconds));
                break;
        }
    }

    void ITelephone.FallSilent(Call call) => page.Send(new PageEvent.Silence());

    private void Obey(PageCommand? command)
    {
        switch (command)
        {
            case PageCommand.Dial(var from) when Number().IsMatch(from ?? ""):
                Dial(from!);
                break;
            case PageCommand.Dial:
                page.Send(new PageEvent.Refused("The number to call from is not one in international form; write for example +48600000001, or withhold it."));
                break;
            case PageCommand.Press({ Length: 1 } key) when "0123456789*#".Contains(key, StringComparison.Ordinal):
                _call?.Mailbox.Post(new Signal.Key(key[0]));
                break;
            case PageCommand.HangUp:
                HangUp();
                break;
            case PageCommand.Press or null:
                page.Send(new PageEvent.Refused("The network does not understand what the page asks."));
                break;
        }
    }

    private void Dial(string from)
    {
        if (_call is { IsOver: false })
        {
            page.Send(new PageEvent.Refused("This phone has a call already; open another window for another call."));
            return;
        }

        Call call;
        try
        {
            call = network.Place(from, network.Options.Number, this);
        }
        catch (InvalidOperationException notSetUp)
        {
            page.Send(new PageEvent.Refused(notSetUp.Message));
            return;
        }

        lock (_gate)
            (_call, _told) = (call, 0);
        page.Send(new PageEvent.Placed(call.Sid));
        call.Transcript.Added = _ => TellSteps(call);
        TellSteps(call);
    }

    private void HangUp() => _call?.Mailbox.Post(new Signal.HungUp("caller", "completed"));

    /// <summary>Tells the lines that were added since the last time, each once.</summary>
    private void TellSteps(Call call)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(call, _call))
                return;
            foreach (var entry in call.Transcript.Entries.Skip(_told))
            {
                _told++;
                page.Send(new PageEvent.Step(
                    entry.At.TotalSeconds, entry.Kind.ToString(), entry.Text, entry.Detail, entry.Took?.TotalMilliseconds));
                if (entry.Kind == TranscriptKind.Status)
                    page.Send(new PageEvent.Status(entry.Text));
            }
        }
    }

    private async Task<(PageEvent Message, byte[]? Audio)> WithAudioAsync(Played played, CancellationToken cancel)
    {
        var (clip, _) = await network.Media.FetchAsync(played.Url, cancel);
        var caption = options.Caption(played.Url);
        return (new PageEvent.Play(played.Name, played.Length.TotalSeconds, caption?.Text, caption?.Language, clip is not null), clip?.Bytes);
    }

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|anonymous)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();
}
