using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;

namespace Infoline.EndToEnd.Tests.CaseStatus;

/// <summary>A line with a register, shared by calls that do not disturb each other; it plays the office's own recordings.</summary>
public sealed class CaseLine : IAsyncLifetime
{
    private int _callers;

    public MenuData Data { get; } = new(RecordedContent.Office);

    public Line Line { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Line = await Line.OpensAsync();
        await Register.ImportAsync(Line);
    }

    /// <summary>A caller from a number of their own, who has pressed these keys.</summary>
    public Handset Calls(string keys)
    {
        var caller = Line.Dials($"+4860020{Interlocked.Increment(ref _callers):0000}");
        caller.Presses(keys);
        return caller;
    }

    /// <summary>A telephone of a number of its own, from which a call is made.</summary>
    public (Handset Caller, Device Phone) CallsFromPhone(string keys, string? from = null)
    {
        var number = from ?? $"+4860030{Interlocked.Increment(ref _callers):0000}";
        var phone = Line.Network.Subscriber(number);
        var caller = Line.Dials(number);
        caller.Presses(keys);
        return (caller, phone);
    }

    public ValueTask DisposeAsync() => Line.DisposeAsync();
}

/// <summary>What callers key, and what they have to hear.</summary>
internal static class Keys
{
    /// <summary>From the greeting to the question for the number.</summary>
    public static string ToCase(Language language) => $"{1 + LanguageCodes.All.ToList().IndexOf(language)}6";

    /// <summary>Number and date of birth, confirmed.</summary>
    public static string Asking(int running, string born) => $"{running}#2026{born}1";

    public static Dictionary<string, Spoken> Values(params (string Name, Spoken Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
