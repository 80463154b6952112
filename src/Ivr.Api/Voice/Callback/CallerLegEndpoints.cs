using System.Globalization;
using Infoline.Ivr.Voice.Ring;
using Infoline.Routing;
using Twilio.TwiML;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>We call back: the caller's telephone rings, is answered, and a key is pressed; or not. The URLs carry the card of the reservation, and no number.</summary>
internal static class CallerLegEndpoints
{
    public const string Answered = "caller";
    public const string Choice = "caller-choice";
    public const string Silence = "caller-silence";
    public const string Progress = "caller-progress";
    public const string Meanwhile = "meanwhile";
    public const string Unreached = "unreached";
    public const string Cancelled = "cancelled";

    public static void Map(IEndpointRouteBuilder voice)
    {
        Step(voice, Answered, (CallerLegDocuments documents, RingCard card, VoiceRequest _, CancellationToken _) => Task.FromResult<object>(documents.Greet(card)));
        Step(voice, Choice, async (CallerLeg leg, RingCard card, VoiceRequest request, CancellationToken cancel) =>
            CallId.TryParse(request.CallSid, out var call) ? await leg.ChooseAsync(card, call, request.Digits, cancel) : HangUp());
        Step(voice, Silence, async (CallerLeg leg, RingCard card, VoiceRequest _, CancellationToken cancel) => await leg.SilenceAsync(card, cancel));
        Step(voice, Meanwhile, async (CallerLeg leg, RingCard card, VoiceRequest request, CancellationToken cancel) => await leg.MeanwhileAsync(card, Turn(request), cancel));
        Step(voice, Unreached, (CallerLegDocuments documents, RingCard _, VoiceRequest _, CancellationToken _) => Task.FromResult<object>(documents.LastToConsultant(CallbackPrompts.Unreached)));
        Step(voice, Cancelled, (CallerLegDocuments documents, RingCard _, VoiceRequest _, CancellationToken _) => Task.FromResult<object>(documents.LastToConsultant(CallbackPrompts.Cancelled)));
        Step(voice, Progress, async (CallerLegProgress progress, RingCard card, VoiceRequest request, CancellationToken cancel) =>
        {
            await progress.TakeAsync(card, request.CallSid, request.CallStatus, cancel);
            return Results.NoContent();
        });
    }

    private static void Step<T>(IEndpointRouteBuilder voice, string name, Func<T, RingCard, VoiceRequest, CancellationToken, Task<object>> step)
        where T : class => voice
        .MapPost(
            $"/ring/{{reservation}}/{name}",
            async (string reservation, VoiceRequest request, IServiceProvider services, CancellationToken cancel) =>
                RingCard.Read(reservation, request.Query) is { } card ? await step(services.GetRequiredService<T>(), card, request, cancel) : HangUp())
        .WithName($"ring-{name}");

    private static int Turn(VoiceRequest request) =>
        int.TryParse(request.Query["turn"], NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? turn : 0;

    private static VoiceResponse HangUp()
    {
        var response = new VoiceResponse();
        response.Hangup();
        return response;
    }
}
