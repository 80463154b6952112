using System.Collections.Concurrent;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.Documents;

/// <summary>
/// Keeps templates under their names. They are built anew when an editor has changed the texts, from time to time, and when a recording
/// turns out to be gone, so that callers hear the text of a recording that has vanished. Names come from finite sets; the cache needs no
/// other bound.
/// </summary>
internal sealed class TemplateCache<TName>(PromptsInForce texts, TimeProvider time)
    where TName : notnull
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<TName, Kept> _kept = new();

    public DocumentTemplate Get(TName name, Func<TName, DocumentTemplate> build)
    {
        var (now, edition) = (time.GetTimestamp(), texts.Current);
        if (_kept.TryGetValue(name, out var kept) && kept.Edition == edition && time.GetElapsedTime(kept.Since, now) < Lifetime)
        {
            return kept.Template;
        }

        var template = build(name);
        _kept[name] = new Kept(template, edition, now);
        return template;
    }

    public void Forget() => _kept.Clear();

    private sealed record Kept(DocumentTemplate Template, PromptLibrary Edition, long Since);
}
