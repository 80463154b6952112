using Infoline.Desk.Supervision;

namespace Infoline.Desk.Tests.Supervision;

public sealed class SupervisionOptionsTests
{
    [Fact]
    public void What_comes_with_the_program_is_right() => Faults(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_wrong_setting_is_named_with_what_to_write_instead()
    {
        Faults(options => options.AnswerWithin = TimeSpan.FromSeconds(25)).ShouldHaveSingleItem().ShouldContain("00:00:30");
        Faults(options => options.ServiceLevelGoal = 0).ShouldHaveSingleItem().ShouldContain("Desk:Supervision:ServiceLevelGoal");
        Faults(options => options.ServiceLevel = new() { Warn = 60, Alarm = 80 }).ShouldHaveSingleItem().ShouldContain("ServiceLevel:Alarm");
        Faults(options => options.Wait = new() { Warn = TimeSpan.FromMinutes(5), Alarm = TimeSpan.FromMinutes(1) }).ShouldHaveSingleItem().ShouldContain("Desk:Supervision:Wait");
        Faults(options => options.Slack = 60).ShouldHaveSingleItem().ShouldContain("0 to 50");
        Faults(options => options.FewestCalls = 0).ShouldHaveSingleItem().ShouldContain("at least 1");
    }

    private static IEnumerable<string> Faults(Action<SupervisionOptions> change)
    {
        var options = new SupervisionOptions();
        change(options);
        return new SupervisionOptionsCheck().Validate(null, options).Failures ?? [];
    }
}
