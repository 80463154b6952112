using Infoline.Desk.Audit;
using Infoline.Desk.Hours;
using Infoline.Desk.Tests.Accounts;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Sql;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Desk.Tests.Hours;

public sealed class HoursVersionsTests
{
    private static readonly Actor Editor = new("editor-id", "Test editor", "192.0.2.9");
    private static readonly DateOnly Day = new(2026, 12, 28);

    [Theory, OnEachDatabase]
    public async Task A_published_version_holds_at_once_here_and_at_the_next_look_on_another_node_with_its_sounds(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var here = new HoursNode(desk.Database, desk.Time);
        await using var otherDatabase = desk.AnotherNode();
        using var there = new HoursNode(otherDatabase, desk.Time);
        var announcement = HoursNode.Announcement("2026-12-28 07:00", "2026-12-28 18:00");

        (await here.Publisher.PublishAsync(Changed(announcement), madeFrom: 0, Editor, Cancel)).ShouldBe(new PublishOutcome.Published(1, Unspoken: 0));

        here.InForce.Current.HoursOn(Day).ShouldBeNull();
        there.InForce.Current.HoursOn(Day).ShouldNotBeNull();
        await there.Follower.LookAsync(Cancel);
        there.InForce.Current.HoursOn(Day).ShouldBeNull();
        there.InForce.Current.HoursOn(new DateOnly(2026, 11, 11)).ShouldBe(new DayHours(new(10, 0), new(12, 30)));
        var written = there.InForce.Current.Announcements.ShouldHaveSingleItem().ShouldBeOfType<Announcement.Written>();
        (written.From, written.Until).ShouldBe((announcement.From, announcement.Until));
        foreach (var language in LanguageCodes.All)
        {
            written.Texts[language].Words.ShouldBe(announcement.Texts[language].Words);
            written.Texts[language].Sound!.Wav.ToArray().ShouldBe(announcement.Texts[language].Sound!.Wav.ToArray());
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_earlier_version_comes_back_as_a_version_of_its_own_and_who_did_what_is_in_the_audit(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var node = new HoursNode(desk.Database, desk.Time);
        await node.Publisher.PublishAsync(Changed(), madeFrom: 0, Editor, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(5));

        (await node.Publisher.RestoreAsync(node.Archive.Shipped, madeFrom: 1, Editor, Cancel)).ShouldBe(new PublishOutcome.Published(2, Unspoken: 0));

        HoursDifference.Between(node.InForce.Current, HoursNode.Week).ShouldBeEmpty();
        var versions = await node.Archive.ListAsync(10, Cancel);
        versions.Select(version => (version.Number, version.By, version.Restores)).ShouldBe([(2, "Test editor", 0L), (1, "Test editor", null), (0, "", null)]);
        versions[0].At.ShouldBe(desk.Time.GetUtcNow());
        var audited = await desk.AuditedAsync();
        audited.Select(record => (record.Entry.Action, record.Entry.ObjectId, record.Actor)).ShouldBe([(AuditActions.HoursRestored, "2", Editor), (AuditActions.HoursPublished, "1", Editor)]);
        audited[1].Entry.Detail.ShouldContainKeyAndValue("2026-12-28", " → closed");
        audited[1].Entry.Detail.ShouldContainKeyAndValue("monday", "08:00-16:00 → 09:00-17:00");
        audited[0].Entry.Detail.ShouldContainKeyAndValue("restores", "0");
    }

    [Theory, OnEachDatabase]
    public async Task An_editor_who_was_overtaken_changes_nothing_and_learns_by_whom(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var node = new HoursNode(desk.Database, desk.Time);
        await node.Publisher.PublishAsync(Changed(), madeFrom: 0, Editor, Cancel);

        var outcome = await node.Publisher.PublishAsync(HoursNode.Week, madeFrom: 0, new Actor("other", "Other editor", ""), Cancel);

        outcome.ShouldBeOfType<PublishOutcome.Overtaken>().Newest.By.ShouldBe("Test editor");
        node.InForce.Current.HoursOn(Day).ShouldBeNull();
        (await desk.AuditedAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_database_is_down_the_shipped_hours_hold_and_the_editor_hears_that_nothing_was_published()
    {
        DatabaseLocation.TryParse("Host=127.0.0.1;Port=1;Database=none;Timeout=1", out var nowhere, out _).ShouldBeTrue();
        await using var database = new Database(nowhere!);
        var time = new FakeTimeProvider();
        using var node = new HoursNode(database, time);

        await node.Follower.StartAsync(Cancel);
        var outcome = await node.Publisher.PublishAsync(Changed(), madeFrom: 0, Editor, Cancel);

        outcome.ShouldBeOfType<PublishOutcome.NotNow>();
        node.InForce.Current.ShouldBe(node.InForce.Shipped);
        await node.Follower.StopAsync(Cancel);
    }

    /// <summary>Later on Mondays, one closure, one holiday on which consultants come in.</summary>
    private static OpeningHours Changed(params IReadOnlyList<Announcement> announcements)
    {
        var week = HoursNode.Week.Week.ToDictionary();
        week[DayOfWeek.Monday] = new DayHours(new(9, 0), new(17, 0));
        return HoursNode.Week.With(week, new Dictionary<DateOnly, DayHours?> { [Day] = null, [new(2026, 11, 11)] = new(new(10, 0), new(12, 30)) }, announcements);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
