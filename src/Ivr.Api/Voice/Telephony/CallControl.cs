using Infoline.Ivr.Hosting;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Conference;
using Twilio.Types;
using ConferenceRecording = Twilio.Rest.Api.V2010.Account.Conference.RecordingResource;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Telephony;

/// <summary>What became of a request to the telephone network.</summary>
internal abstract record ControlResult
{
    private ControlResult()
    {
    }

    /// <summary>The network did it.</summary>
    /// <param name="Sid">The SID of what it concerns.</param>
    public sealed record Done(string Sid) : ControlResult;

    /// <summary>The network refuses; asking again will not help.</summary>
    /// <param name="Code">The network's error code, 0 when it gave none.</param>
    public sealed record Refused(int Code) : ControlResult;

    /// <summary>The network cannot be reached, or answers with its own faults, after every try.</summary>
    public sealed record Unavailable : ControlResult;
}

/// <summary>
/// What the line asks of the telephone network, through one pipeline of Polly: time-out, retries with back-off, and a breaker
/// whose state supervisors see. A refusal is a result; nothing is thrown at a caller.
/// </summary>
internal sealed partial class CallControl(
    IServiceScopeFactory scopes,
    TelephonyResilience resilience,
    IOptions<HotlineOptions> options,
    ILogger<CallControl> logger)
{
    private static readonly List<string> Progress = ["initiated", "ringing", "answered", "completed"];

    /// <summary>Calls a device of a consultant, or a caller who asked to be called back.</summary>
    /// <param name="to"><c>client:</c>, <c>sip:</c> or a number in E.164.</param>
    /// <param name="answered">What the network asks when it is answered.</param>
    /// <param name="progress">What the network tells how it goes on.</param>
    /// <param name="ringFor">How long it rings; whole seconds, 5 to 600.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ControlResult> RingAsync(string to, Uri answered, Uri progress, TimeSpan ringFor, CancellationToken cancel) => Ask(
        "ring",
        async twilio => (await CallResource.CreateAsync(
            to: Endpoint(to),
            from: new PhoneNumber(options.Value.Number),
            url: answered,
            method: HttpMethod.Post,
            statusCallback: progress,
            statusCallbackEvent: Progress,
            statusCallbackMethod: HttpMethod.Post,
            timeout: (int)ringFor.TotalSeconds,
            client: twilio)).Sid,
        cancel);

    /// <summary>Takes a live call out of whatever it hears, to another step.</summary>
    public Task<ControlResult> RedirectAsync(string callSid, Uri step, CancellationToken cancel) => Ask(
        "redirect",
        async twilio => (await CallResource.UpdateAsync(pathSid: callSid, url: step, method: HttpMethod.Post, client: twilio)).Sid,
        cancel);

    /// <summary>Ends a call, whether it rings or talks.</summary>
    public Task<ControlResult> HangUpAsync(string callSid, CancellationToken cancel) => Ask(
        "hang-up",
        async twilio => (await CallResource.UpdateAsync(pathSid: callSid, status: CallResource.UpdateStatusEnum.Completed, client: twilio)).Sid,
        cancel);

    /// <summary>The state of a call as the network tells it now; null when it cannot be asked or does not know the call.</summary>
    public async Task<string?> StatusOfAsync(string callSid, CancellationToken cancel)
    {
        var status = "";
        var result = await Ask("status", async twilio => status = (await CallResource.FetchAsync(pathSid: callSid, client: twilio)).Status?.ToString() ?? "", cancel);
        return result switch
        {
            ControlResult.Done => status,
            ControlResult.Refused { Code: 20404 } => "completed",
            _ => null,
        };
    }

    /// <summary>Puts a participant on hold with music, or takes them off it.</summary>
    public Task<ControlResult> HoldAsync(string conferenceSid, string callSid, bool hold, Uri music, CancellationToken cancel) => Ask(
        "hold",
        async twilio => (await ParticipantResource.UpdateAsync(
            pathConferenceSid: conferenceSid,
            pathCallSid: callSid,
            hold: hold,
            holdUrl: hold ? music : null,
            holdMethod: hold ? HttpMethod.Post : null,
            client: twilio)).CallSid,
        cancel);

    /// <summary>Says whether the conversation ends when a participant leaves it.</summary>
    public Task<ControlResult> EndOnExitAsync(string conferenceSid, string callSid, bool ends, CancellationToken cancel) => Ask(
        "end-on-exit",
        async twilio => (await ParticipantResource.UpdateAsync(pathConferenceSid: conferenceSid, pathCallSid: callSid, endConferenceOnExit: ends, client: twilio)).CallSid,
        cancel);

    /// <summary>Mutes a participant, or lets them be heard again.</summary>
    public Task<ControlResult> MuteAsync(string conferenceSid, string callSid, bool muted, CancellationToken cancel) => Ask(
        "mute",
        async twilio => (await ParticipantResource.UpdateAsync(pathConferenceSid: conferenceSid, pathCallSid: callSid, muted: muted, client: twilio)).CallSid,
        cancel);

    /// <summary>Calls somebody else into a conference; who leaves it does not end it.</summary>
    /// <param name="conferenceSid">The conference.</param>
    /// <param name="to">A number in E.164.</param>
    /// <param name="label">The name of the participant in the conference.</param>
    /// <param name="ringFor">How long it rings; whole seconds, 5 to 600.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ControlResult> InviteAsync(string conferenceSid, string to, string label, TimeSpan ringFor, CancellationToken cancel) => Ask(
        "invite",
        async twilio => (await ParticipantResource.CreateAsync(
            pathConferenceSid: conferenceSid,
            from: new PhoneNumber(options.Value.Number),
            to: new PhoneNumber(to),
            label: label,
            timeout: (int)ringFor.TotalSeconds,
            beep: "false",
            endConferenceOnExit: false,
            earlyMedia: true,
            client: twilio)).CallSid,
        cancel);

    /// <summary>Takes a participant out of a conference, which ends their call unless their document goes on.</summary>
    public Task<ControlResult> RemoveAsync(string conferenceSid, string callSid, CancellationToken cancel) => Ask(
        "remove",
        async twilio => await ParticipantResource.DeleteAsync(pathConferenceSid: conferenceSid, pathCallSid: callSid, client: twilio) ? callSid : "",
        cancel);

    /// <summary>The number of the other side of a call, in E.164; empty when withheld, null when the network cannot be asked. Personal: never logged.</summary>
    public async Task<string?> OtherSideAsync(string callSid, CancellationToken cancel)
    {
        var number = "";
        var result = await Ask(
            "other-side",
            async twilio =>
            {
                var call = await CallResource.FetchAsync(pathSid: callSid, client: twilio);
                number = call.Direction is "inbound" ? call.From : call.To;
                return callSid;
            },
            cancel);
        return result is not ControlResult.Done ? null : CallerKeys.IsWithheld(number) ? "" : number;
    }

    /// <summary>Pauses the recording of a conference, or lets it go on; what is said in a pause leaves no gap.</summary>
    public Task<ControlResult> PauseRecordingAsync(string conferenceSid, string recordingSid, bool pause, CancellationToken cancel) => Ask(
        "pause-recording",
        async twilio => (await ConferenceRecording.UpdateAsync(
            pathConferenceSid: conferenceSid,
            pathSid: recordingSid,
            status: pause ? ConferenceRecording.StatusEnum.Paused : ConferenceRecording.StatusEnum.InProgress,
            pauseBehavior: pause ? "skip" : null,
            client: twilio)).Sid,
        cancel);

    /// <summary>Deletes a recording with its audio.</summary>
    public Task<ControlResult> DeleteRecordingAsync(string recordingSid, CancellationToken cancel) => Ask(
        "delete-recording",
        async twilio => await Twilio.Rest.Api.V2010.Account.RecordingResource.DeleteAsync(pathSid: recordingSid, client: twilio) ? recordingSid : "",
        cancel);

    /// <summary>Sends a text message.</summary>
    /// <param name="to">A number in E.164.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ControlResult> TextAsync(string to, string body, CancellationToken cancel) => Ask(
        "text",
        async twilio => (await MessageResource.CreateAsync(to: new PhoneNumber(to), from: new PhoneNumber(options.Value.Number), body: body, client: twilio)).Sid,
        cancel);

    private async Task<ControlResult> Ask(string what, Func<ITwilioRestClient, Task<string>> request, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var twilio = scope.ServiceProvider.GetRequiredService<ITwilioRestClient>();
            var sid = await resilience.Pipeline.ExecuteAsync(async tried => await request(twilio).WaitAsync(tried), cancel);
            return new ControlResult.Done(sid);
        }
        catch (ApiException refusal) when (!TelephonyPipeline.IsPassing(refusal))
        {
            NetworkRefused(logger, what, refusal.Code, refusal.Status);
            return new ControlResult.Refused(refusal.Code);
        }
        catch (Exception fault) when (fault is BrokenCircuitException or HttpRequestException or TimeoutException or Polly.Timeout.TimeoutRejectedException or ApiException or ApiConnectionException)
        {
            NetworkUnavailable(logger, what, fault.GetType().Name);
            return new ControlResult.Unavailable();
        }
    }

    private static IEndpoint Endpoint(string to) =>
        to.StartsWith("client:", StringComparison.Ordinal) ? new Client(to["client:".Length..]) : new PhoneNumber(to);

    [LoggerMessage(EventName = "NetworkRefused", Level = LogLevel.Warning, Message = "The telephone network refused {What}: error {Code}, HTTP {Status}")]
    private static partial void NetworkRefused(ILogger logger, string what, int code, int status);

    [LoggerMessage(EventName = "NetworkUnavailable", Level = LogLevel.Error, Message = "The telephone network is not available for {What}: {Fault}")]
    private static partial void NetworkUnavailable(ILogger logger, string what, string fault);
}
