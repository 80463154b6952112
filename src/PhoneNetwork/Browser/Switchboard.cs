using System.Text.Json;

namespace Infoline.PhoneNetwork.Browser;

/// <summary>
/// Brings voices from page to page: tells each page which others its call is connected with, as the network decides it, and carries the
/// messages by which two pages find each other. The voices themselves go from browser to browser (WebRTC).
/// </summary>
internal sealed class Switchboard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Extension> _extensions = new(StringComparer.Ordinal);

    public void Add(Call call, PageSocket page)
    {
        lock (_gate)
            _extensions[call.Sid] = new Extension(call, page);
        Changed();
    }

    public void Remove(Call call)
    {
        lock (_gate)
            _extensions.Remove(call.Sid);
        Changed();
    }

    /// <summary>Somebody is heard, or no longer heard, by somebody: those whom it concerns are told.</summary>
    public void Changed()
    {
        lock (_gate)
        {
            foreach (var extension in _extensions.Values)
            {
                Peer[] peers = [.. _extensions.Values.Where(other => other != extension).Select(other => PeerOf(extension.Call, other.Call)).Where(peer => peer.Heard || peer.Hears)];
                if (peers.SequenceEqual(extension.Peers))
                    continue;
                extension.Peers = peers;
                extension.Page.Send(new PageEvent.Peers(extension.Call.Sid, peers));
            }
        }
    }

    /// <summary>Hands a message of WebRTC to a page that is connected with the call; to no other.</summary>
    public void Signal(Call from, string to, JsonElement data)
    {
        lock (_gate)
        {
            if (_extensions.TryGetValue(to, out var extension) && extension.Peers.Any(peer => peer.Call == from.Sid))
                extension.Page.Send(new PageEvent.FromPeer(to, from.Sid, data));
        }
    }

    private static Peer PeerOf(Call here, Call there) => new(
        there.Sid,
        there.Direction == "inbound" ? there.From : there.To,
        Offers: string.CompareOrdinal(here.Sid, there.Sid) < 0,
        Heard: here.Hears.Contains(there),
        Hears: there.Hears.Contains(here));

    private sealed class Extension(Call call, PageSocket page)
    {
        public Call Call => call;

        public PageSocket Page => page;

        public IReadOnlyList<Peer> Peers { get; set; } = [];
    }
}
