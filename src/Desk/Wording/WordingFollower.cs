using Infoline.Desk.Live;
using Infoline.Prompts;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Wording;

/// <summary>Brings the newest version of the texts into force on this node.</summary>
internal sealed class WordingFollower(WordingArchive archive, PromptsInForce inForce, VersionSignals signals, TimeProvider time, ILogger<WordingFollower> log)
    : VersionFollower("wording", signals, time, log)
{
    protected override Task<long> NewestAsync(CancellationToken cancellationToken) => archive.NewestNumberAsync(cancellationToken);

    protected override async Task<bool> UseAsync(long number, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(number, cancellationToken) is not { } version)
            return false;
        inForce.Use(await archive.EditsAsync(version.Texts, cancellationToken));
        return true;
    }
}
