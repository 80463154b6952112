using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork;

/// <summary>Somebody to dial: Number, Client or Sip inside Dial.</summary>
internal sealed record DialTarget(PhoneAddress Address)
{
    private static readonly string[] Progress = ["initiated", "ringing", "answered", "completed"];

    /// <summary>The document that is executed for the called party before the two are connected; null when there is none.</summary>
    public DocumentSource.FromUrl? Screening { get; private init; }

    public StatusCallback? Callback { get; private init; }

    public string SendDigits { get; private init; } = "";

    public string MachineDetection { get; private init; } = "";

    public StatusCallback? Detected { get; private init; }

    public IReadOnlyDictionary<string, string> Parameters { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static DialTarget? ReadNumber(VerbElement element) => Read(element, element.TextContent, "13223", text =>
        PhoneAddress.Of(text) as PhoneAddress.Number, "a telephone number in E.164");

    public static DialTarget? ReadSip(VerbElement element)
    {
        element.Ignore("username", "password");
        return Read(element, element.TextContent, "13221", text => PhoneAddress.Of(text) as PhoneAddress.Sip, "a SIP address");
    }

    public static DialTarget? ReadClient(VerbElement element)
    {
        var identity = element.TextContent;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "Identity":
                    identity = child.TextContent;
                    child.Close(text: true);
                    break;
                case "Parameter":
                    parameters[child.Text("name") ?? ""] = child.Text("value") ?? "";
                    child.Close();
                    break;
                default:
                    child.Fault("it does not belong inside <Client>");
                    break;
            }
        }

        return Read(element, identity, "", text => PhoneAddress.Of("client:" + text) as PhoneAddress.Client, "a client's identity", children: true) is { } target
            ? target with { Parameters = parameters }
            : null;
    }

    /// <summary>Where progress is told, with the events that are asked for: a list with spaces, only the end when there is none.</summary>
    public static StatusCallback? ReadCallback(VerbElement element)
    {
        var url = element.Url("statusCallback");
        var method = element.Method("statusCallbackMethod");
        var events = element.Words("statusCallbackEvent", Progress);
        return url is null ? null : new StatusCallback(url, method, events.Count == 0 ? new HashSet<string>(["completed"], StringComparer.Ordinal) : events);
    }

    private static DialTarget? Read(
        VerbElement element, string text, string code, Func<string, PhoneAddress?> parse, string expected, bool children = false)
    {
        var url = element.Url("url");
        var method = element.Method("method");
        var detected = element.Url("amdStatusCallback");
        var detectedMethod = element.Method("amdStatusCallbackMethod");
        var target = new DialTarget(parse(text) ?? new PhoneAddress.Number(""))
        {
            Screening = url is null ? null : new DocumentSource.FromUrl(url, method),
            Callback = ReadCallback(element),
            SendDigits = element.Text("sendDigits") ?? "",
            MachineDetection = element.OneOf("machineDetection", "", "Enable", "DetectMessageEnd"),
            Detected = detected is null ? null : new StatusCallback(detected, detectedMethod, new HashSet<string>(StringComparer.Ordinal)),
        };
        element.Int("machineDetectionTimeout", 30, 3, 60);
        element.Int("machineDetectionSpeechThreshold", 2400, 1000, 6000);
        element.Int("machineDetectionSpeechEndThreshold", 1200, 500, 5000);
        element.Int("machineDetectionSilenceTimeout", 5000, 2000, 10_000);
        element.Ignore("byoc");
        element.Close(children, text: true);
        if (target.Address.Text.Length > 0)
            return target;
        element.Fault($"'{text}' is not {expected}{(code.Length > 0 ? $" ({code})" : "")}");
        return null;
    }
}
