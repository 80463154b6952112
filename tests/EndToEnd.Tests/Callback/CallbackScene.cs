using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd.Tests.Callback;

/// <summary>What the tests of callbacks share: one consultant, one caller, and the words of the dialogue.</summary>
internal sealed class CallbackScene(MenuData data)
{
    public const string Number = "+48600100200";
    public static readonly ConsultantId Consultant = ConsultantId.Parse("demo");

    public static char Key(Language language) => (char)('1' + LanguageCodes.All.ToList().IndexOf(language));

    /// <summary>A consultant of a language at a softphone.</summary>
    public static async Task<Device> SignsInAsync(Line line, Language language, Availability availability = Availability.Available)
    {
        var device = line.Network.Device("client:demo");
        var profile = new ConsultantProfile(Consultant, "demo", [new SpokenLanguage(LanguageCode.Parse(language.Code()), 5)], device.Address);
        await line.Consultants.SignInAsync(profile, availability, reason: "", TestContext.Current.CancellationToken);
        return device;
    }

    public static Task BecomesAsync(Line line, Availability availability) => line.Consultants.SetStateAsync(Consultant, availability, cancellation: TestContext.Current.CancellationToken);

    /// <summary>What the consultant is, after the requests that are under way have come to rest.</summary>
    public static async Task<ConsultantStatus?> StatusAsync(Line line)
    {
        await line.Network.Passes(TimeSpan.FromSeconds(1));
        return (await line.Consultants.GetAsync(Consultant, TestContext.Current.CancellationToken))?.Status;
    }

    /// <summary>A caller who presses 0 and waits, because the consultant pauses.</summary>
    public async Task<Handset> WaitsAsync(Line line, Language language, string number = Number)
    {
        var caller = line.Network.Dial(number);
        caller.Presses($"{Key(language)}0");
        await caller.HearsSooner(Prompt(language, "queue.joined")[0]);
        return caller;
    }

    /// <summary>The caller asks to be called back at their own number as soon as possible, and the line says goodbye.</summary>
    public async Task AsksToBeCalledAsync(Handset caller, Language language)
    {
        caller.Presses('1');
        await caller.HearsWhole(ReadBack(language, "600100200"));
        caller.Presses('1');
        await caller.HearsSooner(Prompt(language, "callback.window.ask")[0]);
        caller.Presses('1');
        await caller.HearsSooner(Prompt(language, "callback.confirmed.now")[0]);
        await caller.IsHungUp();
    }

    public IReadOnlyList<Clip> Prompt(Language language, string key, IReadOnlyDictionary<string, Spoken>? values = null) => data.Prompt(language, key, values);

    /// <summary>The number, read back digit by digit.</summary>
    public IReadOnlyList<Clip> ReadBack(Language language, string digits) =>
        Prompt(language, "callback.number.confirm", new Dictionary<string, Spoken> { ["number"] = Spoken.Digits(digits) });

    /// <summary>The confirmation of a time.</summary>
    public IReadOnlyList<Clip> NotedFor(Language language, DateOnly day, TimeOnly from, TimeOnly to) => Prompt(language, "callback.confirmed.window", new Dictionary<string, Spoken>
    {
        ["weekday"] = Spoken.Weekday(day.DayOfWeek),
        ["date"] = Spoken.Date(day),
        ["from"] = Spoken.Time(from),
        ["to"] = Spoken.Time(to),
    });
}
