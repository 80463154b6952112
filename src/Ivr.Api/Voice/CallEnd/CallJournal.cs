using System.Collections.Concurrent;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>What is known of a call at its end.</summary>
/// <param name="Language">The language, or null when the call ended before one was chosen.</param>
/// <param name="Path">The nodes and keys in the order of the call, each step once.</param>
internal sealed record CallPath(Language? Language, IReadOnlyList<string> Path)
{
    /// <summary>Where the call ended: the last step, or <c>greeting</c>.</summary>
    public string EndedAt => Path.Count > 0 ? Path[^1] : "greeting";

    /// <summary>The language's code, or <c>none</c>.</summary>
    public string LanguageCode => Language?.Code() ?? "none";

    /// <inheritdoc/>
    public override string ToString() => string.Join(" > ", Path);
}

/// <summary>
/// The way of each running call through the menu, for its record. Answering a caller never depends on it: a call that it
/// does not know simply has no path. Bounded, so that calls whose end is never told cannot fill the memory.
/// </summary>
internal sealed class CallJournal(TimeProvider time)
{
    /// <summary>Far above the calls that one node can carry at a time.</summary>
    private const int MostCalls = 20_000;

    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(6);
    private readonly ConcurrentDictionary<string, Entry> _calls = new(StringComparer.Ordinal);

    public void Begin(string callSid) => EntryOf(callSid);

    public void Chose(string callSid, Language language)
    {
        if (EntryOf(callSid) is { } entry)
        {
            entry.Language = language;
        }
    }

    /// <summary>Notes a step; the same step told twice, or late, stands once and in its place.</summary>
    public void Note(string callSid, int number, MenuStep step)
    {
        if (EntryOf(callSid) is { } entry)
        {
            entry.Steps[number] = Name(step);
        }
    }

    /// <summary>The path of a call, which is forgotten with this; null when the call is not known, or was ended before.</summary>
    public CallPath? End(string callSid) =>
        _calls.TryRemove(callSid, out var entry) ? new CallPath(entry.Language, [.. entry.Steps.OrderBy(step => step.Key).Select(step => step.Value)]) : null;

    private static string Name(MenuStep step) => step switch
    {
        MenuStep.Enter(var place) => place.Node,
        MenuStep.Repeat => "repeat",
        MenuStep.NothingBehind => "back",
        MenuStep.Silence => "silence",
        MenuStep.WrongKey => "wrong-key",
        MenuStep.Consultant => "consultant",
        MenuStep.Lost => "lost",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Entry? EntryOf(string callSid)
    {
        if (callSid.Length == 0)
        {
            return null;
        }

        if (_calls.Count >= MostCalls)
        {
            ForgetOldCalls();
        }

        return _calls.GetOrAdd(callSid, static (_, now) => new Entry(now), time.GetUtcNow());
    }

    private void ForgetOldCalls()
    {
        var oldest = time.GetUtcNow() - LongestCall;
        foreach (var (callSid, entry) in _calls)
        {
            if (entry.Since < oldest || _calls.Count >= MostCalls)
            {
                _calls.TryRemove(callSid, out _);
            }
        }
    }

    private sealed class Entry(DateTimeOffset since)
    {
        public DateTimeOffset Since { get; } = since;

        public Language? Language { get; set; }

        public ConcurrentDictionary<int, string> Steps { get; } = new();
    }
}
