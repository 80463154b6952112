using System.Globalization;
using Infoline.PhoneNetwork.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Calls: create, read, list, redirect and end.</summary>
internal static class CallEndpoints
{
    private const int MaxTwiml = 4000;

    public static void Map(RestRoutes routes)
    {
        routes.Post("/Calls.json", Create);
        routes.Get("/Calls.json", List);
        routes.Get("/Calls/{sid}.json", call => Ok(call, Find(call)));
        routes.Post("/Calls/{sid}.json", Update);
    }

    /// <summary>The call in the path.</summary>
    /// <exception cref="RestError">There is none.</exception>
    public static Call Find(RestCall call) => call.Network.CallOf(call.Route("sid")) ?? throw RestError.NotFound($"{call.Base}/Calls/{call.Route("sid")}.json");

    /// <summary>What is needed to ring somebody, from the fields that calls and participants have in common.</summary>
    /// <exception cref="RestError">Something is missing or wrong.</exception>
    public static OutgoingCall ReadOutgoing(RestCall call, string toOrIdentity)
    {
        var form = call.Form;
        if (toOrIdentity.Length == 0)
            throw RestError.Bad(21201, "No 'To' number is specified");
        if (PhoneAddress.Of(toOrIdentity) is not { } to)
            throw RestError.Bad(21211, $"The 'To' number {toOrIdentity} is not a valid phone number, client or SIP address");
        var from = form.Text("From");
        if (from.Length == 0)
            throw RestError.Bad(21213, "'From' is required to create a call");
        if (PhoneAddress.Of(from) is not { } caller)
            throw RestError.Bad(21212, $"The 'From' number {from} is not a valid phone number, client or SIP address");
        if (caller is PhoneAddress.Number && call.Network.NumberOf(from) is null)
            throw RestError.Bad(21210, $"The source phone number provided, {from}, is not yet verified for your account");
        var detected = form.Document("AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod") ?? form.Document("AmdStatusCallback", "AmdStatusCallbackMethod");
        return new OutgoingCall(to, from, form.Seconds("Timeout", 60, 1, 600))
        {
            SendDigits = form.Text("SendDigits"),
            MachineDetection = form.Text("MachineDetection"),
            Detected = detected is null ? null : new StatusCallback(detected.Url, detected.Method, new HashSet<string>(StringComparer.Ordinal)),
        };
    }

    /// <summary>Takes an outgoing call into the books.</summary>
    public static Call Open(RestCall rest, OutgoingCall outgoing)
    {
        var network = rest.Network;
        var fallback = rest.Form.Document("FallbackUrl", "FallbackMethod");
        return network.Add(new Call(network.NewSid("CA"), outgoing.From, outgoing.To.Text, "outbound-api", network.Pace)
        {
            Callback = rest.Form.Callback("StatusCallback", "completed"),
            Fallback = fallback is null ? null : () => fallback,
        });
    }

    /// <summary>Begins a call when it is its turn.</summary>
    public static void Begin(RestCall rest, Call call, Func<CallRun, Task<string>> life)
    {
        var turn = rest.Network.Outbound.Enqueue();
        rest.Network.Run(call, async run =>
        {
            await run.SilenceAsync(turn, untilKey: false);
            return await life(run);
        });
    }

    private static IResult Create(RestCall rest)
    {
        var outgoing = ReadOutgoing(rest, rest.Form.Text("To"));
        DocumentSource document = rest.Form.Text("Twiml") is { Length: > 0 } twiml
            ? Inline(twiml)
            : rest.Form.Document("Url", "Method") ?? throw RestError.Bad(21205, "Url parameter is required: give Url or Twiml");
        var record = rest.Form.Flag("Record") is true ? new RecordingOrder("OutboundAPI", rest.Form.Callback("RecordingStatusCallback", "completed")) : null;
        var call = Open(rest, outgoing);
        Begin(rest, call, async run =>
        {
            await outgoing.RingAsync(run);
            var recording = record is null ? null : rest.Network.Recordings.Start(run.Call, record);
            try
            {
                return await run.DocumentsAsync(document);
            }
            finally
            {
                if (recording is not null)
                    rest.Network.Recordings.Stop(recording);
            }
        });
        return Results.Json(Resource(rest, call), RestJson.Default.CallResource, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Update(RestCall rest)
    {
        var call = Find(rest);
        var document = rest.Form.Text("Twiml") is { Length: > 0 } twiml ? Inline(twiml) : (DocumentSource?)rest.Form.Document("Url", "Method");
        if (document is not null && rest.Form.Text("Twiml").Length > 0 && rest.Form.Has("Url"))
            throw RestError.Bad(20001, "Url and Twiml cannot be given together");
        switch (rest.Form.Text("Status"))
        {
            case "completed":
                call.Mailbox.Post(new Signal.HungUp("api", "completed"));
                break;
            case "canceled":
                // As documented this does not touch a call that is in progress.
                if (call.AnsweredAt is null)
                    call.Mailbox.Post(new Signal.HungUp("api", "canceled"));
                break;
            case "" when document is not null:
                if (call.Status != "in-progress")
                    throw RestError.Bad(21220, "Call is not in-progress. Cannot redirect.");
                call.Mailbox.Post(new Signal.Updated(document));
                break;
            case "":
                break;
            case var other:
                throw RestError.Bad(20001, $"Status must be completed or canceled, not {other}");
        }

        if (rest.Form.Callback("StatusCallback", "completed") is { } callback)
            call.Callback = callback;
        return Ok(rest, call);
    }

    private static IResult List(RestCall rest)
    {
        var form = rest.Form;
        return RestApi.Page(
            rest, "calls",
            rest.Network.Calls.Reverse()
                .Where(call => Is("Status", call.Status) && Is("To", call.To) && Is("From", call.From) && Is("ParentCallSid", call.ParentSid))
                .Select(call => Resource(rest, call)),
            RestJson.Default.CallResource);

        bool Is(string name, string? value) => form.Text(name) is not { Length: > 0 } wanted || wanted == value;
    }

    private static DocumentSource.Inline Inline(string twiml) => twiml.Length <= MaxTwiml
        ? new DocumentSource.Inline(twiml)
        : throw RestError.Bad(20001, $"Twiml is longer than {MaxTwiml} characters");

    private static IResult Ok(RestCall rest, Call call) => Results.Json(Resource(rest, call), RestJson.Default.CallResource);

    private static CallResource Resource(RestCall rest, Call call)
    {
        var uri = $"{rest.Base}/Calls/{call.Sid}";
        return new CallResource(
            call.Sid, RestApi.Date(call.CreatedAt), RestApi.Date(call.EndedAt ?? call.AnsweredAt ?? call.CreatedAt), call.ParentSid, rest.AccountSid,
            call.To, call.To, call.From, call.From, null, call.Status == "initiated" ? "queued" : call.Status,
            RestApi.Date(call.AnsweredAt ?? call.CreatedAt), call.EndedAt is { } ended ? RestApi.Date(ended) : null,
            call.IsOver ? call.DurationInSeconds.ToString(CultureInfo.InvariantCulture) : null, null, "USD", call.Direction, call.AnsweredBy, null,
            "2010-04-01", null, null, null, "0", null, $"{uri}.json",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["recordings"] = $"{uri}/Recordings.json" });
    }
}
