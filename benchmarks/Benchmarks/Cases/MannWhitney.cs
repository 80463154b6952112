namespace Infoline.Benchmarks.Cases;

/// <summary>The rank test of Mann and Whitney: how likely two samples of one distribution would differ in rank as much as these do.</summary>
internal static class MannWhitney
{
    /// <summary>The two-sided p-value by the normal approximation with correction for ties; fit for samples of more than twenty.</summary>
    public static double PValue(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var pooled = one.Select(value => (value, IsOne: true)).Concat(other.Select(value => (value, IsOne: false))).OrderBy(each => each.value).ToList();
        var (rankSum, ties) = (0.0, 0.0);
        for (var start = 0; start < pooled.Count;)
        {
            var end = start;
            while (end < pooled.Count && pooled[end].value.Equals(pooled[start].value))
            {
                end++;
            }

            double count = end - start;
            rankSum += pooled.Skip(start).Take(end - start).Count(each => each.IsOne) * (start + 1 + end) / 2.0;
            ties += (count * count * count) - count;
            start = end;
        }

        double n = one.Count, m = other.Count, all = n + m;
        var statistic = rankSum - (n * (n + 1) / 2);
        var variance = n * m / 12 * (all + 1 - (ties / (all * (all - 1))));
        return variance == 0 ? 1 : Math.Min(1, Complement(Math.Abs(statistic - (n * m / 2)) / Math.Sqrt(variance) / Math.Sqrt(2)));
    }

    // The complementary error function (Abramowitz and Stegun 7.1.26), right to 1.5e-7.
    private static double Complement(double x)
    {
        var t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
