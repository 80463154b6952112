namespace Infoline.Routing.Tests;

public sealed class QueueSimulationTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan PickUp = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task One_consultant_serves_callers_one_after_another_and_the_impatient_one_is_gone()
    {
        var fates = await PlayAsync(
            [Call(0, talk: 100, wrapUp: 20), Call(10, talk: 60, wrapUp: 10), Call(20, talk: 60, patience: 60), Call(30, talk: 60)],
            [Line.Profile("anna", "pl5")]);

        fates.Select(fate => (fate.Outcome, fate.Wait.TotalSeconds)).ShouldBe(
        [
            (SimulatedOutcome.Answered, 5),
            (SimulatedOutcome.Answered, 120),
            (SimulatedOutcome.Abandoned, 60),
            (SimulatedOutcome.Answered, 175),
        ]);
    }

    [Fact]
    public async Task The_rules_are_those_of_the_line_languages_levels_and_whoever_is_needed_least()
    {
        var fates = await PlayAsync(
            [Call(0, "uk", talk: 600), Call(1, "en", talk: 30), Call(2, "de"), Call(3, "en", talk: 30)],
            [Line.Profile("anna", "en2"), Line.Profile("borys", "uk5 en5")]);

        // The first English caller is served by anna, whose level is low, only after the step of the language rule.
        fates.Select(fate => (fate.Outcome, fate.Wait.TotalSeconds)).ShouldBe(
        [
            (SimulatedOutcome.Answered, 5),
            (SimulatedOutcome.Answered, 65),
            (SimulatedOutcome.TurnedAway, 0),
            (SimulatedOutcome.Answered, 98),
        ]);
    }

    [Fact]
    public async Task A_long_run_of_random_calls_comes_out_as_the_formula_of_Erlang_says()
    {
        // Two consultants, a call every 150 s, 200 s each: Erlang's C gives the share of those who wait at all.
        const double Load = 200.0 / 150;
        var random = new Random(4);
        double Draw(double mean) => -Math.Log(1 - random.NextDouble()) * mean;
        var at = 0.0;
        var calls = Enumerable.Range(0, 2000).Select(_ => Call(at += Draw(150), talk: Draw(200))).ToList();

        var fates = await PlayAsync(calls, [Line.Profile("anna", "pl5"), Line.Profile("borys", "pl5")], pickUp: TimeSpan.Zero);

        var busy = Load * Load / 2 * (2 / (2 - Load));
        var waits = busy / (1 + Load + busy);
        ((double)fates.Count(fate => fate.Wait > TimeSpan.FromMilliseconds(2)) / fates.Count).ShouldBe(waits, 0.06);
        fates.Average(fate => fate.Wait.TotalSeconds).ShouldBe(waits * 200 / (2 - Load), 45);
    }

    [Fact]
    public async Task No_calls_need_no_store() => (await PlayAsync([], [Line.Profile("anna", "pl5")])).ShouldBeEmpty();

    private static Task<IReadOnlyList<SimulatedFate>> PlayAsync(IReadOnlyList<SimulatedCall> calls, IReadOnlyList<ConsultantProfile> staff, TimeSpan? pickUp = null) =>
        QueueSimulation.RunAsync(calls, staff, new RoutingOptions(), pickUp ?? PickUp, null, TestContext.Current.CancellationToken);

    private static SimulatedCall Call(double at, string language = "pl", double talk = 60, double wrapUp = 0, double patience = 86400) => new(
        Start.AddSeconds(at), LanguageCode.Parse(language), TimeSpan.FromSeconds(talk), TimeSpan.FromSeconds(wrapUp), TimeSpan.FromSeconds(patience));
}
