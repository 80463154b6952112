using System.Globalization;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>Where a caller is in the dialogue about being called back. It rides in the URL of the next step, the number sealed.</summary>
/// <param name="Wait">Where the caller came from, with the ticket that keeps their place.</param>
/// <param name="Number">The number to call, in E.164; null while none is known. Personal.</param>
/// <param name="Tries">How many times in a row the caller was not understood.</param>
internal sealed record CallbackPlace(WaitPlace Wait, string? Number, int Tries)
{
    /// <summary>After so many the caller is led back.</summary>
    private const int MostTries = 3;

    public static CallbackPlace Entering(WaitPlace wait) => new(wait, Number: null, Tries: 0);

    /// <summary>Reads what <see cref="Url"/> wrote; null when there is no ticket of this call.</summary>
    public static CallbackPlace? Read(CallPlace at, CallId call, IQueryCollection query, CallbackNumbers numbers, DateTimeOffset now) =>
        WaitPlace.Read(at.Language, at.Node, call, query, now) is { } wait
            ? new CallbackPlace(wait, numbers.Open(query["number"]), int.TryParse(query["asked"], NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? Math.Min(tries, MostTries) : 0)
            : null;

    /// <summary>The language of the call.</summary>
    public Language Language => Wait.Language;

    /// <summary>One more try; null when it was the last.</summary>
    public CallbackPlace? Again() => Tries + 1 < MostTries ? this with { Tries = Tries + 1 } : null;

    /// <summary>The relative URL of a step of this caller, under <c>/voice</c>.</summary>
    public Uri Url(string step, CallbackNumbers numbers) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Wait.Url(step)}{(Number is { } number ? $"&number={numbers.Seal(number)}" : "")}{(Tries > 0 ? $"&asked={Tries}" : "")}"),
        UriKind.Relative);

    /// <inheritdoc/>
    public override string ToString() => $"Callback of {Wait.Ticket.Call}";
}
