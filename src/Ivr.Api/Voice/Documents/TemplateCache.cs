using System.Collections.Concurrent;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>
/// Keeps templates under their names. They are built anew from time to time, and when a recording turns out to be gone, so that
/// callers hear the text of a recording that has vanished. Names come from finite sets; the cache needs no other bound.
/// </summary>
internal sealed class TemplateCache<TName>(TimeProvider time)
    where TName : notnull
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<TName, Kept> _kept = new();

    public DocumentTemplate Get(TName name, Func<TName, DocumentTemplate> build)
    {
        var now = time.GetTimestamp();
        if (_kept.TryGetValue(name, out var kept) && time.GetElapsedTime(kept.Since, now) < Lifetime)
        {
            return kept.Template;
        }

        var template = build(name);
        _kept[name] = new Kept(template, now);
        return template;
    }

    public void Forget() => _kept.Clear();

    private sealed record Kept(DocumentTemplate Template, long Since);
}
