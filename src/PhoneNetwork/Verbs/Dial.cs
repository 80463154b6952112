using System.Globalization;
using Infoline.PhoneNetwork.Conferences;
using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>Dial: connects the call with somebody, or puts it into a conference.</summary>
internal sealed record Dial(IReadOnlyList<DialTarget> Targets, ConferenceEntry? Conference) : Verb
{
    private const int MaxTargets = 10;

    public Uri? Action { get; private init; }

    public HttpMethod Method { get; private init; } = HttpMethod.Post;

    public TimeSpan RingsFor { get; private init; }

    public TimeSpan TimeLimit { get; private init; }

    public bool HangupOnStar { get; private init; }

    public bool AnswerOnBridge { get; private init; }

    public bool Sequential { get; private init; }

    public string? CallerId { get; private init; }

    public RecordingOrder? Recording { get; private init; }

    public override bool Answers => !AnswerOnBridge;

    public static new Dial? Read(VerbElement element)
    {
        var targets = new List<DialTarget>();
        ConferenceEntry? conference = null;
        if (element.TextContent is { Length: > 0 } text)
        {
            if (PhoneAddress.Of(text) is PhoneAddress.Number number)
                targets.Add(new DialTarget(number));
            else
                element.Fault($"'{text}' is not a telephone number in E.164 (13223)");
        }

        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "Number": Add(DialTarget.ReadNumber(child)); break;
                case "Client": Add(DialTarget.ReadClient(child)); break;
                case "Sip": Add(DialTarget.ReadSip(child)); break;
                case "Conference" when conference is null: conference = ConferenceEntry.Read(child); break;
                case "Conference": child.Fault("a call can be in one conference only"); break;
                case "Queue": child.Fault("this network keeps no queues of the vendor's"); break;
                default: child.Fault("it does not belong inside <Dial>"); break;
            }
        }

        element.Ignore("ringTone", "referUrl", "referMethod", "events", "recordingConfigurationId");
        var dial = new Dial(targets, conference)
        {
            Action = element.Url("action"),
            Method = element.Method("method"),
            RingsFor = TimeSpan.FromSeconds(element.Int("timeout", 30, 5, 600)),
            TimeLimit = TimeSpan.FromSeconds(element.Int("timeLimit", 14_400, 1, 86_400)),
            HangupOnStar = element.Flag("hangupOnStar", false),
            AnswerOnBridge = element.Flag("answerOnBridge", false),
            Sequential = element.Flag("sequential", false),
            CallerId = element.Text("callerId"),
            Recording = RecordingOrder.ReadOnDial(element),
        };
        element.Close(children: true, text: true);
        if (conference is not null && targets.Count > 0)
            element.Fault("a conference stands alone in a <Dial>");
        else if (conference is null && targets.Count is 0 or > MaxTargets)
            element.Fault($"there must be one to {MaxTargets} to dial, or a conference");
        return dial;

        void Add(DialTarget? target)
        {
            if (target is not null)
                targets.Add(target);
        }
    }

    public override async Task<Step> ExecuteAsync(CallRun run)
    {
        var result = Conference is null ? await new Bridge(run, this).ConnectAsync() : await new ConferenceStay(run, Conference, this).StayAsync();
        run.ForgetKeys();
        return Action is null ? Step.Next : new Step.Goto(new DocumentSource.FromUrl(Action, Method, [.. result.Fields()]));
    }
}

/// <summary>How a Dial ended, as it is told to its action.</summary>
/// <param name="Status">completed, answered (for a conference), busy, no-answer, failed or canceled.</param>
internal sealed record DialResult(string Status)
{
    public string? LegSid { get; init; }

    public TimeSpan? Talked { get; init; }

    public bool? Bridged { get; init; }

    public Uri? Recording { get; init; }

    public IEnumerable<(string Name, string Value)> Fields()
    {
        yield return ("DialCallStatus", Status);
        if (LegSid is not null)
            yield return ("DialCallSid", LegSid);
        if (Talked is { } talked)
            yield return ("DialCallDuration", ((int)Math.Ceiling(talked.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        if (Bridged is { } bridged)
            yield return ("DialBridged", bridged ? "true" : "false");
        if (Recording is not null)
            yield return ("RecordingUrl", Recording.AbsoluteUri);
    }
}
