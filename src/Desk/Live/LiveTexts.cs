namespace Infoline.Desk.Live;

/// <summary>The words of live figures.</summary>
public sealed class LiveTexts;
