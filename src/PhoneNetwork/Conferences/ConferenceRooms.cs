using System.Collections.Concurrent;

namespace Infoline.PhoneNetwork.Conferences;

/// <summary>Every conference of the account.</summary>
internal sealed class ConferenceRooms(TelephoneNetwork network)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Conference> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Conference> _all = new(StringComparer.Ordinal);

    public IReadOnlyList<Conference> All => [.. _all.Values.OrderByDescending(room => room.CreatedAt).ThenBy(room => room.Sid, StringComparer.Ordinal)];

    public Conference? Of(string sid) => _all.GetValueOrDefault(sid);

    /// <summary>The conference of this SID, or the one of this name that is not over.</summary>
    public Conference? Open(string sidOrName)
    {
        lock (_gate)
            return Of(sidOrName) ?? (_open.GetValueOrDefault(sidOrName) is { IsOver: false } open ? open : null);
    }

    /// <summary>Takes a call into the conference of a name, which comes to be when there is none.</summary>
    public (Conference Room, Participant? Participant, ConferenceRefusal? Refusal) Enter(Call call, ConferenceEntry entry)
    {
        lock (_gate)
        {
            if (Open(entry.Name) is not { IsOver: false } room)
            {
                room = new Conference(network, entry.Name);
                _open[entry.Name] = room;
                _all[room.Sid] = room;
            }

            var (participant, refusal) = room.Expect(call, entry);
            return (room, participant, refusal);
        }
    }
}
