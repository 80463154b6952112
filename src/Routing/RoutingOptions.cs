using Microsoft.Extensions.Options;

namespace Infoline.Routing;

/// <summary>The settings of the queue, under <c>Routing</c>. Every default is safe for an office of five.</summary>
public sealed class RoutingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Routing";

    /// <summary>Empty: the store inside this process, with its files under <see cref="DataFolder"/>. Else a StackExchange.Redis connection string.</summary>
    public string Connection { get; set; } = "";

    /// <summary>Where the store inside this process keeps its files.</summary>
    public string DataFolder { get; set; } = "data/queue";

    /// <summary>The name of the hotline: several may share one store.</summary>
    public string Hotline { get; set; } = "hotline";

    /// <summary>The time zone in which a day of the statistics begins and ends.</summary>
    public string TimeZone { get; set; } = "Europe/Warsaw";

    /// <summary>How long a consultant's device rings; the reservation itself lives <see cref="RingMargin"/> longer.</summary>
    public TimeSpan RingTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How much longer than the ringing a reservation waits for the network to say how it ended.</summary>
    public TimeSpan RingMargin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long wrap-up lasts; zero: none.</summary>
    public TimeSpan WrapUp { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After this wait a caller is also offered to consultants who speak their language below level 4.</summary>
    public TimeSpan AnyLevelAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After this wait a caller is also offered to consultants who speak their second language.</summary>
    public TimeSpan SecondLanguageAfter { get; set; } = TimeSpan.FromSeconds(180);

    /// <summary>How much earlier a caller of the priority band counts as having come. Also the longest that anybody waits more because of bands.</summary>
    public TimeSpan HeadStart { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>For how long a consultant who missed a call is not offered it again.</summary>
    public TimeSpan CoolDownAfterMiss { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>For how long a consultant who refused or handed on a call is not offered it again.</summary>
    public TimeSpan CoolDownAfterRefusal { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>After so many misses in a row a consultant is set to not-ready.</summary>
    public int MissesUntilNotReady { get; set; } = 2;

    /// <summary>How long the desk of a consultant may be silent.</summary>
    public TimeSpan PresenceLease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long a caller whose consultant's telephone was lost in the conversation waits for this consultant alone; zero: not at all.</summary>
    public TimeSpan ReattachWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the wait loop of a caller may be silent before the host is asked to look after the call.</summary>
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a conversation may last before the host is asked to look after it.</summary>
    public TimeSpan LongestTalk { get; set; } = TimeSpan.FromHours(3);

    /// <summary>How long a caller whose line dropped finds their place again.</summary>
    public TimeSpan PlaceKept { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many callers may wait; the next one is refused.</summary>
    public int MostWaiting { get; set; } = 500;

    /// <summary>How long the queue waits before a callback is tried again.</summary>
    public TimeSpan CallbackPause { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a callback is tried.</summary>
    public int CallbackAttempts { get; set; } = 3;

    /// <summary>How often the sweep looks for what came due or was left behind.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Which waiting caller comes first.</summary>
    public CallerOrder CallerOrder { get; set; } = CallerOrder.BandThenArrival;

    /// <summary>Which free consultant comes first.</summary>
    public ConsultantOrder ConsultantOrder { get; set; } = ConsultantOrder.FewestLanguagesThenIdle;
}

/// <summary>Which waiting caller comes first; <c>Scripts/Fragments/orders.lua</c> holds each as a function.</summary>
public enum CallerOrder
{
    /// <summary>The priority band has its head start, then arrival counts.</summary>
    BandThenArrival,

    /// <summary>Arrival alone.</summary>
    Arrival,
}

/// <summary>Which free consultant comes first; <c>Scripts/Fragments/orders.lua</c> holds each as a function.</summary>
public enum ConsultantOrder
{
    /// <summary>Who speaks fewest languages, so that others stay free for callers who need them; then who was idle longest.</summary>
    FewestLanguagesThenIdle,

    /// <summary>Who was idle longest.</summary>
    LongestIdle,
}

/// <summary>Says of each wrong setting what is wrong and what a right value looks like.</summary>
internal sealed class RoutingOptionsCheck : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        List<string> faults = [];
        if (!Names.AreSafe(options.Hotline))
            faults.Add($"Routing:Hotline is '{options.Hotline}'; write letters, digits, '-' and '_', for example 'lodz'.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            faults.Add($"Routing:TimeZone is '{options.TimeZone}', which is not a time zone; write for example Europe/Warsaw.");
        if (options.Connection.Length == 0 && options.DataFolder.Length == 0)
            faults.Add("Routing:DataFolder is empty; write where the queue keeps its files, for example data/queue.");
        if (options.SecondLanguageAfter < options.AnyLevelAfter)
            faults.Add("Routing:SecondLanguageAfter is shorter than Routing:AnyLevelAfter; the steps follow one another.");

        AtLeast(options.RingTime, TimeSpan.FromSeconds(5), nameof(options.RingTime));
        AtLeast(options.RingMargin, TimeSpan.FromSeconds(1), nameof(options.RingMargin));
        AtLeast(options.WrapUp, TimeSpan.Zero, nameof(options.WrapUp));
        AtLeast(options.AnyLevelAfter, TimeSpan.Zero, nameof(options.AnyLevelAfter));
        AtLeast(options.HeadStart, TimeSpan.Zero, nameof(options.HeadStart));
        AtLeast(options.CoolDownAfterMiss, TimeSpan.Zero, nameof(options.CoolDownAfterMiss));
        AtLeast(options.CoolDownAfterRefusal, TimeSpan.Zero, nameof(options.CoolDownAfterRefusal));
        AtLeast(options.PresenceLease, TimeSpan.FromSeconds(5), nameof(options.PresenceLease));
        AtLeast(options.ReattachWithin, TimeSpan.Zero, nameof(options.ReattachWithin));
        AtLeast(options.SilentAfter, TimeSpan.FromSeconds(30), nameof(options.SilentAfter));
        AtLeast(options.LongestTalk, TimeSpan.FromMinutes(10), nameof(options.LongestTalk));
        AtLeast(options.PlaceKept, TimeSpan.Zero, nameof(options.PlaceKept));
        AtLeast(options.CallbackPause, TimeSpan.FromMinutes(1), nameof(options.CallbackPause));
        AtLeast(options.SweepEvery, TimeSpan.FromMilliseconds(50), nameof(options.SweepEvery));
        NotBelowOne(options.MissesUntilNotReady, nameof(options.MissesUntilNotReady));
        NotBelowOne(options.MostWaiting, nameof(options.MostWaiting));
        NotBelowOne(options.CallbackAttempts, nameof(options.CallbackAttempts));
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void AtLeast(TimeSpan value, TimeSpan least, string setting)
        {
            if (value < least)
                faults.Add($"Routing:{setting} is {value:c}; write at least {least:c}.");
        }

        void NotBelowOne(int value, string setting)
        {
            if (value < 1)
                faults.Add($"Routing:{setting} is {value}; write at least 1.");
        }
    }
}
