using Infoline.Desk.Audit;
using Infoline.Desk.Live;
using Infoline.Desk.Wording;
using Infoline.Prompts;
using Infoline.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infoline.Desk.Tests.Wording;

/// <summary>The texts of one node over a database.</summary>
internal sealed class WordingNode : IDisposable
{
    private static readonly PromptLibrary Shipped = Read();

    public WordingNode(Database database, TimeProvider time)
    {
        InForce = new PromptsInForce(Shipped);
        Audit = new AuditTrail(database, time);
        Sounds = new PromptSounds(database);
        Archive = new WordingArchive(database, Sounds);
        Drafts = new WordingDrafts(database, Audit);
        Follower = new WordingFollower(Archive, InForce, new VersionSignals(null), time, NullLogger<WordingFollower>.Instance);
        Publisher = new WordingPublisher(database, Archive, Follower, InForce, Audit);
    }

    public PromptsInForce InForce { get; }

    public AuditTrail Audit { get; }

    public PromptSounds Sounds { get; }

    public WordingArchive Archive { get; }

    public WordingDrafts Drafts { get; }

    public WordingFollower Follower { get; }

    public WordingPublisher Publisher { get; }

    public static PromptKey Hello { get; } = PromptKey.Of("hello");

    public static PromptKey Place { get; } = PromptKey.Of("place");

    /// <summary>The greeting as it was shipped, with another English text.</summary>
    public static KeptEdit HelloSaying(string english) => KeptEdit.Of(Shipped.Find(Hello)).Saying(Language.English, english);

    /// <summary>Keeps a draft of the greeting and gives it as editors see it.</summary>
    public async Task<WordingDraft> DraftAsync(string english, Actor actor)
    {
        var seen = (await Drafts.ReadAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(Hello);
        (await Drafts.SaveAsync(Hello, HelloSaying(english), seen, sound: null, actor, TestContext.Current.CancellationToken)).ShouldBeOfType<WordingOutcome.Saved>();
        return (await Drafts.ReadAsync(TestContext.Current.CancellationToken))[Hello];
    }

    /// <summary>What a caller hears in English.</summary>
    public string English => InForce.Current.Caption(Language.English, Hello);

    public void Dispose() => Follower.Dispose();

    private static PromptLibrary Read()
    {
        var folder = Directory.CreateTempSubdirectory("infoline-wording-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "prompts"));
            File.WriteAllText(Path.Combine(folder.FullName, "prompts", "test.yaml"), """
                prompts:
                  - { key: hello, pl: "Dzień dobry.", en: "Good morning.", uk: "Добрий день." }
                  - { key: place, pl: "Miejsce {place:place}.", en: "Place {place:place}.", uk: "Місце {place:place}." }
                """);
            return PromptLibrary.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
