using System.Text.RegularExpressions;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>A caller's phone in a browser: one call at a time, placed from its number or to it.</summary>
internal sealed partial class CallerPage(TelephoneNetwork network, BrowserPhoneOptions options, Switchboard switchboard, PageSocket page) : IDevice
{
    private Call? _call;
    private string? _number;

    /// <summary>Runs until the page leaves; its call ends with it.</summary>
    public async Task RunAsync(string suggestedNumber, CancellationToken stop)
    {
        page.Send(new PageEvent.Welcome(network.Options.Number, suggestedNumber, options.Hints));
        network.Messages.Watch(this, Show);
        try
        {
            await page.RunAsync(Obey, stop);
        }
        finally
        {
            network.Messages.Forget(this);
            Move(to: null);
            _call?.HangUp();
        }
    }

    ITelephone IDevice.Ring(Call call)
    {
        var telephone = new PageTelephone(network, options, switchboard, page);
        if (_call is { IsOver: false })
        {
            call.Decline();
            return telephone;
        }

        _call = call;
        page.Send(new PageEvent.Incoming(call.Sid, call.From, call.To, call.Parameters));
        telephone.Follow(call);
        return telephone;
    }

    private void Show(TextMessage message)
    {
        if (string.Equals(message.To, _number, StringComparison.Ordinal) || string.Equals(message.To, _call?.From, StringComparison.Ordinal))
            page.Send(new PageEvent.Message(message.From, message.Body));
    }

    private void Obey(PageCommand? command)
    {
        switch (command)
        {
            case PageCommand.At(var number):
                Move(to: SubscriberNumber().IsMatch(number ?? "") ? number : null);
                break;
            case PageCommand.Dial(var from) when Number().IsMatch(from ?? ""):
                Dial(from!);
                break;
            case PageCommand.Dial:
                page.Send(new PageEvent.Refused("The number to call from is not one in international form; write for example +48600000001, or withhold it."));
                break;
            case PageCommand.Accept(var sid) when _call is { } call && string.Equals(call.Sid, sid, StringComparison.Ordinal):
                call.PickUp();
                break;
            case PageCommand.Reject(var sid) when _call is { } call && string.Equals(call.Sid, sid, StringComparison.Ordinal):
                call.Decline();
                break;
            case PageCommand.Press(_, var keys) when _call is { } call:
                foreach (var key in (keys ?? "").Where(key => "0123456789*#".Contains(key, StringComparison.Ordinal)))
                    call.Press(key);
                break;
            case PageCommand.HangUp:
                _call?.HangUp();
                break;
            case PageCommand.ToPeer(_, { } peer, var data) when _call is { } call:
                switchboard.Signal(call, peer, data);
                break;
            default:
                page.Send(new PageEvent.Refused("The network does not understand what the page asks."));
                break;
        }
    }

    /// <summary>Calls to the number ring here from now on; with null, at no number.</summary>
    private void Move(string? to)
    {
        if (_number is { } before)
            network.Devices.Remove(before, this);
        _number = to;
        if (to is not null)
            network.Devices.Register(to, this);
    }

    private void Dial(string from)
    {
        if (_call is { IsOver: false })
        {
            page.Send(new PageEvent.Refused("This phone has a call already; open another window for another call."));
            return;
        }

        try
        {
            var telephone = new PageTelephone(network, options, switchboard, page);
            _call = network.Place(from, network.Options.Number, telephone);
            page.Send(new PageEvent.Placed(_call.Sid));
            telephone.Follow(_call);
        }
        catch (InvalidOperationException notSetUp)
        {
            page.Send(new PageEvent.Refused(notSetUp.Message));
        }
    }

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|anonymous)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex SubscriberNumber();
}
