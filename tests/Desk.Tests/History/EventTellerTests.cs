using System.Globalization;
using System.Text.Json.Serialization;
using Infoline.Desk.History;
using Infoline.Desk.Live;
using Infoline.Prompts;
using Infoline.Prompts.Menu;
using Infoline.Records.Calls;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Tests.History;

public sealed class EventTellerTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<(VoiceMenu Menu, PromptLibrary Prompts)> Content = new(Load);

    private static readonly CallEvent[] Events =
    [
        new Arrived(At), new LanguageChosen(At, "uk"), new Stepped(At, "fees"), new Stepped(At, "fees", "3"), new CaseLookedUp(At, "found", "opinions"), new CaseLookedUp(At, "no-match"),
        new AskedForConsultant(At, "fees"), new AskedForConsultant(At, null, 1), new TurnedAway(At, "closed"), new WaitAnnounced(At, 2, 60, 240), new WaitAnnounced(At, 2), new LeftQueue(At, "menu"),
        new Offered(At, "1", "desk7"), new OfferEnded(At, "1", OfferOutcome.Missed), new OfferEnded(At, "1", OfferOutcome.Refused, "conflict"), new Connected(At, "1", "desk7"), new HoldBegan(At), new HoldEnded(At),
        new Transferred(At, "desk7", "third-party", "warm"), new ConversationEnded(At, EndedBy.Caller), new WrapUpEnded(At, "desk7"), new Noted(At, "desk7", "informed", "asks for a date"),
        new CallbackRequested(At), new CallbackAttempted(At, 2, "busy"), new SurveyAnswered(At, "satisfied", 4), new Ended(At, EndedBy.Line),
        new RecordingDeclined(At), new RecordingBegan(At, "RE1", At.AddDays(30)), new RecordingPaused(At, "RE1"), new RecordingResumed(At, "RE1"), new RecordingEnded(At, "RE1"),
        new Other(At, "dreamt"),
    ];

    [Fact]
    public void Every_kind_of_event_is_told_here() =>
        Events.Select(each => each.GetType()).Distinct().ShouldBe(
            typeof(CallEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType), ignoreOrder: true);

    [Theory, InlineData("pl"), InlineData("en"), InlineData("uk")]
    public void Every_event_is_told_in_words_of_the_language(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new StringLocalizer<HistoryTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
        var teller = new EventTeller(texts, new TopicNames(Content.Value.Menu, new PromptsInForce(Content.Value.Prompts)), new Dictionary<string, string>(StringComparer.Ordinal) { ["desk7"] = "Anna Test" });

        foreach (var each in Events)
        {
            var told = teller.Tell(each);

            told.ShouldNotContain("Event.");
            told.ShouldNotContain("Offer.");
            told.ShouldNotContain("{");
            told.ShouldNotContain("desk7");
        }

        teller.Tell(new Stepped(At, "fees", "3")).ShouldContain(language switch { "pl" => "Opłaty", "en" => "Fees", _ => "Оплата" });
    }

    private static (VoiceMenu, PromptLibrary) Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
            {
                var recordings = Path.Combine(folder.FullName, "recordings");
                return (VoiceMenu.Load(recordings, _ => true), PromptLibrary.Load(recordings));
            }
        }

        throw new DirectoryNotFoundException("There is no folder 'recordings' with a menu above the tests.");
    }
}
