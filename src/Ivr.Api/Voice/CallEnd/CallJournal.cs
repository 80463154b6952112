using System.Collections.Concurrent;
using Infoline.Ivr.Voice.Menu;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.CallEnd;

/// <summary>What is known of a call at its end.</summary>
/// <param name="Language">The language, or null when the call ended before one was chosen.</param>
/// <param name="ArrivedAt">When the call came to this node.</param>
/// <param name="Steps">The nodes and keys in the order of the call, each step once.</param>
internal sealed record CallPath(Language? Language, DateTimeOffset ArrivedAt, IReadOnlyList<JournalStep> Steps)
{
    /// <summary>The names of the steps.</summary>
    public IEnumerable<string> Path => Steps.Select(step => step.Name);

    /// <summary>Where the call ended: the last step, or <c>greeting</c>.</summary>
    public string EndedAt => Steps.Count > 0 ? Steps[^1].Name : "greeting";

    /// <summary>The language's code, or <c>none</c>.</summary>
    public string LanguageCode => Language?.Code() ?? "none";

    /// <inheritdoc/>
    public override string ToString() => string.Join(" > ", Path);
}

/// <summary>A step of a call through the menu.</summary>
/// <param name="Name">The node, or what happened at it: <c>repeat</c>, <c>silence</c>, <c>consultant</c> and so on.</param>
/// <param name="At">When the caller came there first.</param>
internal readonly record struct JournalStep(string Name, DateTimeOffset At);

/// <summary>
/// The way of each running call through the menu, for its record. Answering a caller never depends on it: a call that it
/// does not know, because another node answered its steps, simply has no path. Bounded, so that calls whose end is never told
/// cannot fill the memory; a call that has ended is remembered for as long, so that its end is told once.
/// </summary>
internal sealed class CallJournal(TimeProvider time)
{
    /// <summary>Far above the calls that one node carries in <see cref="Remembered"/>.</summary>
    private const int MostCalls = 20_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(6);
    private readonly ConcurrentDictionary<string, Entry> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Entry> _oldestFirst = new();

    public void Begin(string callSid) => EntryOf(callSid);

    public void Chose(string callSid, Language language) => EntryOf(callSid)?.Chose(language);

    /// <summary>Notes a step; the same step told twice, or late, stands once and in its place.</summary>
    public void Note(string callSid, CallPlace place, MenuStep step) => Note(callSid, place, Name(step));

    /// <summary>Notes a step that is none of the menu's, by a name of its own.</summary>
    public void Note(string callSid, CallPlace place, string step) => EntryOf(callSid)?.Note(place.Language, place.Step, new JournalStep(step, time.GetUtcNow()));

    /// <summary>The steps of a running call so far, with the moment of each; empty for a call that this node does not know.</summary>
    public IReadOnlyList<JournalStep> SoFar(string callSid) => _calls.GetValueOrDefault(callSid)?.SoFar() ?? [];

    /// <summary>The path of a call, told once; null when its end was told before, or the call has no name.</summary>
    public CallPath? End(string callSid) => EntryOf(callSid)?.End();

    private static string Name(MenuStep step) => step switch
    {
        MenuStep.Enter(var place) => place.Node,
        MenuStep.Repeat => "repeat",
        MenuStep.NothingBehind => "back",
        MenuStep.Silence => "silence",
        MenuStep.WrongKey => "wrong-key",
        MenuStep.Consultant => "consultant",
        MenuStep.Lost => "lost",
        MenuStep.Farewell => "farewell",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Entry? EntryOf(string callSid)
    {
        if (callSid.Length == 0)
        {
            return null;
        }

        if (_calls.TryGetValue(callSid, out var known))
        {
            return known;
        }

        var entry = new Entry(callSid, time.GetUtcNow());
        if (!_calls.TryAdd(callSid, entry))
        {
            return _calls.GetValueOrDefault(callSid);
        }

        _oldestFirst.Enqueue(entry);
        ForgetOldCalls(entry.Since - Remembered);
        return entry;
    }

    private void ForgetOldCalls(DateTimeOffset oldest)
    {
        while (_oldestFirst.TryPeek(out var entry) && (entry.Since < oldest || _oldestFirst.Count > MostCalls) && _oldestFirst.TryDequeue(out entry))
        {
            _calls.TryRemove(entry.CallSid, out _);
        }
    }

    private sealed class Entry(string callSid, DateTimeOffset since)
    {
        private readonly Lock _gate = new();
        private SortedList<int, JournalStep>? _steps = [];
        private Language? _language;

        public string CallSid { get; } = callSid;

        public DateTimeOffset Since { get; } = since;

        public void Chose(Language language)
        {
            lock (_gate)
            {
                _language ??= language;
            }
        }

        public void Note(Language language, int number, JournalStep step)
        {
            lock (_gate)
            {
                _language ??= language;
                if (_steps is not null && (!_steps.TryGetValue(number, out var told) || !string.Equals(told.Name, step.Name, StringComparison.Ordinal)))
                {
                    _steps[number] = step;
                }
            }
        }

        public IReadOnlyList<JournalStep> SoFar()
        {
            lock (_gate)
            {
                return _steps is { } steps ? [.. steps.Values] : [];
            }
        }

        public CallPath? End()
        {
            lock (_gate)
            {
                var path = _steps is { } steps ? new CallPath(_language, Since, [.. steps.Values]) : null;
                _steps = null;
                return path;
            }
        }
    }
}
