using System.Globalization;
using Infoline.Cases.Numbers;
using Infoline.Ivr.Voice.Callback;
using Infoline.Ivr.Voice.Documents;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>What a caller who asks for a case hears.</summary>
internal sealed class CaseDocuments(Narrator narrator, CallbackNumbers numbers, TimeProvider time)
{
    /// <summary>The number is read from a letter while it is keyed.</summary>
    private const int SecondsToKey = 10;

    /// <summary>A message has just ended and the caller may be taking notes.</summary>
    private const int SecondsToPress = 8;

    /// <summary>Longer than any number, receipts included; what comes after is not waited for.</summary>
    private const int MostKeys = 24;

    /// <summary>The day of the call in the office.</summary>
    public DateOnly Today => OfficeDay.Of(time.GetUtcNow());

    /// <summary>The lines, what belongs to the state, and the keys.</summary>
    /// <param name="ask">What is heard.</param>
    /// <param name="next">Where the keys go.</param>
    /// <param name="from">The number that the call comes from.</param>
    public VoiceResponse Ask(CaseTurn.Ask ask, string next, string from)
    {
        var action = new Uri(next, UriKind.Relative);
        var gather = Listen(ask.State, action);
        var language = ask.Place.Language;
        foreach (var line in ask.Lines.Concat(LinesOf(ask, from)))
            narrator.Speak(gather, language, line.Prompt, line.Arguments);
        if (ask.State is CaseState.Told told)
            Close(gather, language, told, ask.Briefly);
        var response = new VoiceResponse();
        response.Append(gather);
        response.Redirect(action, HttpMethod.Post);
        return response;
    }

    private IEnumerable<Line> LinesOf(CaseTurn.Ask ask, string from) => ask.State switch
    {
        CaseState.Number => [CasePrompts.AskNumber],
        CaseState.Year => [CasePrompts.AskYear],
        CaseState.BirthDate => [CasePrompts.AskBirthDate],
        CaseState.Confirm when ask.Briefly => [CasePrompts.Confirm],
        CaseState.Confirm confirm => [.. ReadBack(confirm, Today), CasePrompts.Confirm],
        CaseState.Told when ask.Briefly => [],
        CaseState.Told told => told.News.Lines(time.GetUtcNow()),
        CaseState.TextOffered => [numbers.OfCaller(from) is { } number ? new Line(CasePrompts.TextConsent, Digits(("number", numbers.ReadBack(number)))) : CasePrompts.TextImpossible],
        CaseState.Halted(HaltReason.Paused) => [CasePrompts.Paused, CallPrompts.KeysBrief],
        CaseState.Halted(HaltReason.Unavailable) => [CasePrompts.Unavailable, CallPrompts.KeysBrief],
        CaseState.Halted(HaltReason.Several) => [CasePrompts.Several, CallPrompts.KeysBrief],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Line> ReadBack(CaseState.Confirm confirm, DateOnly today)
    {
        if (confirm.Typed(today) is { } number)
            yield return new Line(CasePrompts.NumberReadBack, Digits(("number", number.ReadBack), ("year", Text(number.Year, "0000"))));
        yield return new Line(CasePrompts.BirthDateReadBack, Digits(("day", Text(confirm.Born.Day, "00")), ("month", Text(confirm.Born.Month, "00")), ("year", Text(confirm.Born.Year, "0000"))));
    }

    /// <summary>The place of the card, what the information is not, and the keys.</summary>
    private void Close(Gather gather, Language language, CaseState.Told told, bool briefly)
    {
        if (!briefly && told.News.CardPlace is { Length: > 0 } place)
        {
            narrator.Speak(gather, language, CasePrompts.CardPlace);
            Narrator.SayWords(gather, Language.Polish, place);
        }

        if (!briefly)
            narrator.Speak(gather, language, CasePrompts.Boundary);
        if (told.Text is TextOffer.Possible)
            narrator.Speak(gather, language, CasePrompts.TextOffer);
        narrator.Speak(gather, language, CasePrompts.Another);
        narrator.Speak(gather, language, CallPrompts.KeysBrief);
    }

    private static Gather Listen(CaseState state, Uri action) => state switch
    {
        CaseState.Number => Keys(action, MostKeys),
        CaseState.Year => Keys(action, digits: 4),
        CaseState.BirthDate => Keys(action, digits: 8),
        _ => new Gather(
            input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToPress, numDigits: 1,
            // The default finish key would swallow '#', which leads to the main menu.
            finishOnKey: "",
            actionOnEmptyResult: true),
    };

    private static Gather Keys(Uri action, int digits) => new(
        input: [Gather.InputEnum.Dtmf], action: action, method: HttpMethod.Post, timeout: SecondsToKey, numDigits: digits, finishOnKey: "#", actionOnEmptyResult: true);

    private static Dictionary<string, Spoken> Digits(params ReadOnlySpan<(string Name, string Digits)> values)
    {
        var arguments = new Dictionary<string, Spoken>(StringComparer.Ordinal);
        foreach (var (name, digits) in values)
            arguments[name] = Spoken.Digits(digits);
        return arguments;
    }

    private static string Text(int number, string shape) => number.ToString(shape, CultureInfo.InvariantCulture);
}
