namespace Infoline.Desk.Accounts;

/// <summary>Whether demo accounts are made and shown.</summary>
/// <param name="IsOn">True on a developer's machine only.</param>
internal sealed record DemoSetting(bool IsOn);
