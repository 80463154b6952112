namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>One host for the tests of a class that change nothing in it.</summary>
public sealed class SharedDesk : IDisposable
{
    public SharedDesk() => _ = Host.Address;

    public DeskHost Host { get; } = new();

    public void Dispose() => Host.Dispose();
}
