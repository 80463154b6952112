using System.Collections.Concurrent;

namespace Infoline.PhoneNetwork;

/// <summary>What stands behind each address that the application may call.</summary>
internal sealed class DeviceRegister
{
    private readonly ConcurrentDictionary<string, IDevice> _devices = new(StringComparer.Ordinal);

    public IDevice? At(string address) => _devices.GetValueOrDefault(address);

    /// <summary>Puts a device behind an address; the one registered last is rung.</summary>
    public void Register(string address, IDevice device) => _devices[address] = device;

    public void Remove(string address, IDevice device) => _devices.TryRemove(KeyValuePair.Create(address, device));
}
