using Microsoft.Extensions.Options;

namespace Infoline.Cases.Lookup;

/// <summary>
/// Lets every answer leave at the same distance from its question, so that the time tells nothing about the work between. It is
/// physical time that an attacker measures, whatever clock the rest of the line runs on.
/// </summary>
internal sealed class AnswerTime(IOptions<CasesOptions> options)
{
    private readonly TimeSpan _length = TimeSpan.FromMilliseconds(options.Value.AnswerMilliseconds);

    public static long Begin() => TimeProvider.System.GetTimestamp();

    public async Task ReachAsync(long began, CancellationToken cancellationToken)
    {
        var left = _length - TimeProvider.System.GetElapsedTime(began);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
