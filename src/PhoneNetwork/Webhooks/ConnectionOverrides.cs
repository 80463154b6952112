using System.Globalization;

namespace Infoline.PhoneNetwork.Webhooks;

/// <summary>Time-outs and retries of one webhook, as its URL's fragment sets them (Twilio, "Webhooks: connection overrides").</summary>
/// <param name="Connect"><c>ct</c>: time to connect, 100 to 10000 ms.</param>
/// <param name="Read"><c>rt</c>: time to the first byte of the answer, 100 to 15000 ms.</param>
/// <param name="Total"><c>tt</c>: time for everything, retries included, 100 to 15000 ms.</param>
/// <param name="Retries"><c>rc</c>: retries, 0 to 5.</param>
/// <param name="RetryOn"><c>rp</c>: what is retried: <c>4xx</c>, <c>5xx</c>, <c>ct</c>, <c>rt</c> or <c>all</c>.</param>
internal sealed record ConnectionOverrides(TimeSpan Connect, TimeSpan Read, TimeSpan Total, int Retries, IReadOnlySet<string> RetryOn)
{
    public static ConnectionOverrides Default { get; } = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), 1, new HashSet<string>(StringComparer.Ordinal) { "ct" });

    public static ConnectionOverrides From(Uri url)
    {
        var result = Default;
        foreach (var pair in url.Fragment.TrimStart('#').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var n, var v] ? (n, v) : (pair, "");
            result = name switch
            {
                "ct" => result with { Connect = Milliseconds(value, 10_000) ?? result.Connect },
                "rt" => result with { Read = Milliseconds(value, 15_000) ?? result.Read },
                "tt" => result with { Total = Milliseconds(value, 15_000) ?? result.Total },
                "rc" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n2) && n2 <= 5 =>
                    result with { Retries = n2 },
                "rp" => result with { RetryOn = value.Split(',').ToHashSet(StringComparer.Ordinal) },
                _ => result,
            };
        }

        return result;
    }

    public bool Retry(string failure) => RetryOn.Contains("all") || RetryOn.Contains(failure);

    private static TimeSpan? Milliseconds(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms >= 100 && ms <= max
            ? TimeSpan.FromMilliseconds(ms)
            : null;
}
