using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>A client of the account in a browser: calls to <c>client:identity</c> ring in the page that registered last.</summary>
internal sealed partial class SoftphonePage(TelephoneNetwork network, BrowserPhoneOptions options, Switchboard switchboard, PageSocket page) : IDevice
{
    private readonly ConcurrentDictionary<string, Call> _calls = new(StringComparer.Ordinal);
    private string? _address;

    /// <summary>Runs until the page leaves. A call in progress ends with it; one that only rings goes on ringing, with nobody to answer.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        page.Send(new PageEvent.Welcome(null, null));
        await page.RunAsync(Obey, stop);
        if (_address is { } address)
            network.Devices.Remove(address, this);
        foreach (var call in _calls.Values.Where(call => call.AnsweredAt is not null))
            call.HangUp();
    }

    ITelephone IDevice.Ring(Call call)
    {
        var telephone = new PageTelephone(network, options, switchboard, page);
        _calls[call.Sid] = call;
        page.Send(new PageEvent.Incoming(call.Sid, call.From, call.To, call.Parameters));
        telephone.Follow(call);
        return telephone;
    }

    private void Obey(PageCommand? command)
    {
        switch (command)
        {
            case PageCommand.Register(var token):
                Register(token);
                break;
            case PageCommand.Accept(var sid) when CallOf(sid) is { } call:
                call.PickUp();
                break;
            case PageCommand.Reject(var sid) when CallOf(sid) is { } call:
                call.Decline();
                break;
            case PageCommand.HangUp(var sid) when CallOf(sid) is { } call:
                call.HangUp();
                break;
            case PageCommand.Press(var sid, var keys) when CallOf(sid) is { } call:
                foreach (var key in (keys ?? "").Where(key => "0123456789*#".Contains(key, StringComparison.Ordinal)))
                    call.Press(key);
                break;
            case PageCommand.ToPeer(var sid, { } peer, var data) when CallOf(sid) is { } call:
                switchboard.Signal(call, peer, data);
                break;
            default:
                page.Send(new PageEvent.Refused("The network does not understand what the page asks, or the call is not this page's."));
                break;
        }
    }

    private void Register(string? token)
    {
        if (IdentityOf(token ?? "") is not { } identity)
        {
            page.Send(new PageEvent.Refused("The token names no client; an identity has 1 to 121 letters, digits and underscores."));
            return;
        }

        if (_address is { } before)
            network.Devices.Remove(before, this);
        _address = $"client:{identity}";
        network.Devices.Register(_address, this);
        page.Send(new PageEvent.Registered(identity));
    }

    private Call? CallOf(string? sid) => _calls.GetValueOrDefault(sid ?? "");

    /// <summary>
    /// The client that an access token names, or that is named outright. The signature is not looked at: whoever opens pages of this
    /// machine may be any client of its network.
    /// </summary>
    private static string? IdentityOf(string token)
    {
        if (token.Split('.') is not [_, var claims, _])
            return Identity().IsMatch(token) ? token : null;
        try
        {
            var json = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(claims));
            using var payload = JsonDocument.Parse(json);
            return payload.RootElement.TryGetProperty("grants", out var grants) && grants.TryGetProperty("identity", out var identity)
                && identity.GetString() is { } name && Identity().IsMatch(name) ? name : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,121}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Identity();
}
