using Infoline.Ivr.Voice;
using Infoline.Prompts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infoline.Ivr.Hosting;

/// <summary>Tells, at the start and in the readiness check, what this host lets callers hear and which part of it is not recorded.</summary>
internal sealed partial class ContentReport(LineContent content, ILogger<ContentReport> logger) : IHealthCheck
{
    private readonly (int Recorded, int Missing) _clips = Count(content);

    public void Log()
    {
        if (_clips.Missing > 0)
        {
            NotAllRecorded(logger, content.Menu.Nodes.Count, content.Prompts.Keys.Count, _clips.Missing, _clips.Recorded + _clips.Missing);
        }
        else
        {
            AllRecorded(logger, content.Menu.Nodes.Count, content.Prompts.Keys.Count);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _clips.Missing > 0
            ? HealthCheckResult.Degraded($"{_clips.Missing} of {_clips.Recorded + _clips.Missing} recordings of the menu are missing; their text is said by a synthetic voice.")
            : HealthCheckResult.Healthy($"{_clips.Recorded} recordings of the menu."));

    private static (int Recorded, int Missing) Count(LineContent content)
    {
        var clips = content.Menu.Nodes
            .SelectMany(node => node.Intro.Concat(node.Play).Prepend(node.Title))
            .Distinct()
            .SelectMany(key => LanguageCodes.All.SelectMany(language => content.Prompts.Compose(language, key)))
            .ToList();
        return (clips.Count(clip => clip.Recording is not null), clips.Count(clip => clip.Recording is null));
    }

    [LoggerMessage(EventName = "ContentLoaded", Level = LogLevel.Information, Message = "The menu has {Nodes} nodes and the catalogue {Prompts} prompts; all of the menu is recorded")]
    private static partial void AllRecorded(ILogger logger, int nodes, int prompts);

    [LoggerMessage(EventName = "ContentNotRecorded", Level = LogLevel.Warning, Message = "The menu has {Nodes} nodes and the catalogue {Prompts} prompts; {Missing} of {Recordings} recordings of the menu are missing and their text is said")]
    private static partial void NotAllRecorded(ILogger logger, int nodes, int prompts, int missing, int recordings);
}
