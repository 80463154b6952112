using Infoline.Desk.Live;
using Infoline.Prompts.Hours;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Hours;

/// <summary>Brings the newest version of the hours into force on this node.</summary>
internal sealed class HoursFollower(HoursArchive archive, HoursInForce inForce, VersionSignals signals, TimeProvider time, ILogger<HoursFollower> log)
    : VersionFollower("hours", signals, time, log)
{
    protected override Task<long> NewestAsync(CancellationToken cancellationToken) => archive.NewestNumberAsync(cancellationToken);

    protected override async Task<bool> UseAsync(long number, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(number, cancellationToken) is not { } version)
            return false;
        inForce.Use(version.Hours);
        return true;
    }
}
