using Infoline.Ivr.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>The full addresses of steps, for requests to the network, which knows no address to which a relative one could belong.</summary>
internal sealed class WebhookAddresses(IOptions<HotlineOptions> options, IServer server)
{
    /// <summary>The full address of a path under <c>/voice</c>: at the public address, or at the host's own where none is set.</summary>
    /// <exception cref="InvalidOperationException">No public address is set and the host does not listen yet.</exception>
    public Uri Of(string path) => new(Base(), path);

    private Uri Base() => options.Value.PublicUrl.Length > 0
        ? new Uri(options.Value.PublicUrl)
        : new Uri(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            ?? throw new InvalidOperationException("The host has no address yet; set Hotline:PublicUrl."));
}
