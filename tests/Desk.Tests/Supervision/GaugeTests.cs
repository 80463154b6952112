using CsCheck;
using Infoline.Desk.Supervision;

namespace Infoline.Desk.Tests.Supervision;

public sealed class GaugeTests
{
    private static readonly GaugeLimits Wait = new(60, 180, 0.1);
    private static readonly GaugeLimits Share = new(80, 60, 0.1);

    [Fact]
    public void A_level_rises_at_once_and_falls_only_when_the_figure_is_clearly_better() =>
        Follow(Wait, 59, 60, 179, 180, 179, 170, 163, 161, 59, 55, 53)
            .ShouldBe([Level.Calm, Level.Warning, Level.Warning, Level.Alarm, Level.Alarm, Level.Alarm, Level.Alarm, Level.Warning, Level.Warning, Level.Warning, Level.Calm]);

    [Fact]
    public void Where_little_is_bad_it_is_the_other_way_round() =>
        Follow(Share, 81, 79.9, 60, 59, 61, 65.9, 66, 80, 87.9, 88)
            .ShouldBe([Level.Calm, Level.Warning, Level.Warning, Level.Alarm, Level.Alarm, Level.Alarm, Level.Warning, Level.Warning, Level.Warning, Level.Calm]);

    [Fact]
    public void A_figure_that_is_gone_is_calm() => Wait.Next(Level.Alarm, null).ShouldBe(Level.Calm);

    [Fact]
    public void A_figure_that_trembles_within_the_slack_changes_its_level_at_most_once() =>
        Gen.Double[54.1, 65.9].Array[2, 50].Sample(figures =>
        {
            var levels = Follow(Wait, figures);

            levels.Zip(levels.Skip(1)).Count(pair => pair.First != pair.Second).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void A_level_is_never_lower_than_the_figure_alone_says() =>
        Gen.Double[0, 300].Array[1, 50].Sample(figures =>
        {
            foreach (var (figure, level) in figures.Zip(Follow(Wait, figures)))
            {
                (level >= (figure >= 180 ? Level.Alarm : figure >= 60 ? Level.Warning : Level.Calm)).ShouldBeTrue();
                (level <= (figure >= 162 ? Level.Alarm : figure >= 54 ? Level.Warning : Level.Calm)).ShouldBeTrue();
            }
        });

    private static List<Level> Follow(GaugeLimits limits, params double[] figures)
    {
        List<Level> levels = [];
        foreach (var figure in figures)
        {
            levels.Add(limits.Next(levels.LastOrDefault(), figure));
        }

        return levels;
    }
}
