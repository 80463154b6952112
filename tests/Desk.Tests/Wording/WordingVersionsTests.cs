using Infoline.Desk.Audit;
using Infoline.Desk.Tests.Accounts;
using Infoline.Desk.Wording;
using Infoline.Prompts;
using Infoline.Sql;
using Infoline.Sql.Testing;

namespace Infoline.Desk.Tests.Wording;

public sealed class WordingVersionsTests
{
    private static readonly Actor Editor = new("editor-id", "Test editor", "192.0.2.9");
    private static readonly Actor Other = new("other-id", "Other editor", "192.0.2.10");

    [Theory, OnEachDatabase]
    public async Task A_published_draft_is_heard_at_once_here_and_at_the_next_look_on_another_node_and_is_a_draft_no_more(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var here = new WordingNode(desk.Database, desk.Time);
        await using var otherDatabase = desk.AnotherNode();
        using var there = new WordingNode(otherDatabase, desk.Time);
        var draft = await here.DraftAsync("Hello.", Editor);
        (draft.By, draft.At).ShouldBe(("Test editor", desk.Time.GetUtcNow()));
        here.English.ShouldBe("Good morning.");

        (await here.Publisher.PublishAsync([draft], " Shorter. ", Editor, Cancel)).ShouldBe(new WordingOutcome.Published(1));

        here.English.ShouldBe("Hello.");
        (await there.Drafts.ReadAsync(Cancel)).ShouldBeEmpty();
        there.English.ShouldBe("Good morning.");
        await there.Follower.LookAsync(Cancel);
        there.English.ShouldBe("Hello.");
        there.InForce.Current.Caption(Language.Polish, WordingNode.Hello).ShouldBe("Dzień dobry.");
    }

    [Theory, OnEachDatabase]
    public async Task Earlier_texts_come_back_as_a_version_of_their_own_and_who_did_what_and_why_is_kept(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var node = new WordingNode(desk.Database, desk.Time);
        await node.Publisher.PublishAsync([await node.DraftAsync("Hello.", Editor)], "Shorter.", Editor, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(5));

        (await node.Publisher.RestoreAsync(WordingVersion.Shipped, madeFrom: 1, Other, Cancel)).ShouldBe(new WordingOutcome.Published(2));

        node.English.ShouldBe("Good morning.");
        var versions = await node.Archive.ListAsync(10, Cancel);
        versions.Select(version => (version.Number, version.By, version.Note, version.Restores)).ShouldBe([(2, "Other editor", "", 0L), (1, "Test editor", "Shorter.", null), (0, "", "", null)]);
        versions[0].At.ShouldBe(desk.Time.GetUtcNow());
        var audited = await desk.AuditedAsync();
        audited.Select(record => (record.Entry.Action, record.Entry.ObjectId, record.Actor)).ShouldBe(
            [(AuditActions.WordingRestored, "2", Other), (AuditActions.WordingPublished, "1", Editor), (AuditActions.WordingDrafted, "hello", Editor)]);
        audited[1].Entry.Detail.ShouldContainKeyAndValue("hello en", "Good morning. → Hello.");
        audited[1].Entry.Detail.ShouldContainKeyAndValue("note", "Shorter.");
        audited[0].Entry.Detail.ShouldContainKeyAndValue("restores", "0");
        audited[2].Entry.Detail.ShouldContainKeyAndValue("en", "Hello.");
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_overwrites_or_publishes_what_they_have_not_seen(DatabaseKind kind)
    {
        await using var desk = await DeskDatabase.CreateAsync(kind);
        using var node = new WordingNode(desk.Database, desk.Time);
        var seen = await node.DraftAsync("Hello.", Editor);
        await node.DraftAsync("Hi.", Other);

        (await node.Drafts.SaveAsync(seen.Key, WordingNode.HelloSaying("Welcome."), seen, sound: null, Editor, Cancel)).ShouldBe(new WordingOutcome.Overtaken("Other editor"));
        (await node.Drafts.SaveAsync(seen.Key, WordingNode.HelloSaying("Welcome."), seen: null, sound: null, Editor, Cancel)).ShouldBe(new WordingOutcome.Overtaken("Other editor"));
        (await node.Drafts.DropAsync(seen, Editor, Cancel)).ShouldBe(new WordingOutcome.Overtaken("Other editor"));
        (await node.Publisher.PublishAsync([seen], "Shorter.", Editor, Cancel)).ShouldBe(new WordingOutcome.Overtaken("Other editor"));
        (await node.Publisher.RestoreAsync(WordingVersion.Shipped, madeFrom: 7, Editor, Cancel)).ShouldBeOfType<WordingOutcome.Overtaken>();

        node.English.ShouldBe("Good morning.");
        (await node.Drafts.ReadAsync(Cancel))[seen.Key].Edit.Words(Language.English).ShouldBe("Hi.");
        (await node.Archive.NewestNumberAsync(Cancel)).ShouldBe(0);
        (await desk.AuditedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_unfinished_draft_is_kept_but_not_published_and_a_publication_needs_a_reason()
    {
        await using var desk = await DeskDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var node = new WordingNode(desk.Database, desk.Time);
        var unfinished = await node.DraftAsync("", Editor);

        (await node.Publisher.PublishAsync([unfinished], "Shorter.", Editor, Cancel)).ShouldBe(new WordingOutcome.Unfinished(WordingNode.Hello));
        (await node.Publisher.PublishAsync([await node.DraftAsync("Hello.", Editor)], " ", Editor, Cancel)).ShouldBeOfType<WordingOutcome.NoNote>();

        (await node.Archive.NewestNumberAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone_and_a_version_of_shipped_words_holds_nothing()
    {
        await using var desk = await DeskDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var node = new WordingNode(desk.Database, desk.Time);

        (await node.Drafts.DropAsync(await node.DraftAsync("Hello.", Editor), Editor, Cancel)).ShouldBeOfType<WordingOutcome.Saved>();
        (await node.Drafts.ReadAsync(Cancel)).ShouldBeEmpty();

        await node.Publisher.PublishAsync([await node.DraftAsync("Hello.", Editor)], "One.", Editor, Cancel);
        await node.Publisher.PublishAsync([await node.DraftAsync("Good morning.", Editor)], "Two.", Editor, Cancel);
        (await node.Archive.NewestAsync(Cancel)).Texts.ShouldBeEmpty();
        node.English.ShouldBe("Good morning.");
    }

    [Fact]
    public async Task While_the_database_is_down_the_shipped_texts_hold_and_the_editor_hears_that_nothing_was_changed()
    {
        DatabaseLocation.TryParse("Host=127.0.0.1;Port=1;Database=none;Timeout=1", out var nowhere, out _).ShouldBeTrue();
        await using var database = new Database(nowhere!);
        using var node = new WordingNode(database, TimeProvider.System);

        await node.Follower.StartAsync(Cancel);
        var saved = await node.Drafts.SaveAsync(WordingNode.Hello, WordingNode.HelloSaying("Hello."), seen: null, sound: null, Editor, Cancel);
        var published = await node.Publisher.PublishAsync([new WordingDraft(WordingNode.Hello, WordingNode.HelloSaying("Hello."), DateTimeOffset.UnixEpoch, "Test editor")], "Why.", Editor, Cancel);

        saved.ShouldBeOfType<WordingOutcome.NotNow>();
        published.ShouldBeOfType<WordingOutcome.NotNow>();
        node.InForce.Current.ShouldBe(node.InForce.Shipped);
        await node.Follower.StopAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
