using Infoline.Cases.Numbers;
using Infoline.Ivr.Voice.Menu;
using Infoline.Ivr.Voice.Queue;
using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>What keys, or silence, lead to while a case is asked for. Decided from data alone, so that it can be tested without a call.</summary>
internal abstract record CaseTurn
{
    private CaseTurn()
    {
    }

    /// <summary>The caller hears these lines, if any, and then what belongs to the state.</summary>
    /// <param name="Place">Where the caller is in the menu.</param>
    /// <param name="State">What is asked or told.</param>
    /// <param name="Lines">What is heard before it.</param>
    /// <param name="Briefly">Whether only the keys are told again, not the whole message.</param>
    public sealed record Ask(CallPlace Place, CaseState State, IReadOnlyList<Line> Lines, bool Briefly = false) : CaseTurn;

    /// <summary>Number and date of birth are confirmed.</summary>
    public sealed record LookUp(CallPlace Place, TypedCaseNumber.Complete Number, DateOnly Born) : CaseTurn
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(LookUp);
    }

    /// <summary>The caller has agreed to a text message, or declined it.</summary>
    public sealed record Text(CallPlace Place, CaseNews News, bool Agreed) : CaseTurn;

    /// <summary>The caller leaves the case by a key that means the same everywhere, or because nothing was understood three times.</summary>
    public sealed record Leave(MenuStep Step) : CaseTurn;

    /// <summary>The first question.</summary>
    public static Ask Begin(CallPlace place, MenuNode node) => new(place, new CaseState.Number(), [.. node.Play.Select(prompt => (Line)prompt)]);

    /// <summary>Total: any state and digits give a turn.</summary>
    public static CaseTurn Decide(VoiceMenu menu, MenuNode node, CallPlace place, CaseState state, string digits, DateOnly today)
    {
        var here = new Position(menu, node, place);
        return state switch
        {
            CaseState.Number number => OfNumber(here, number, digits, today),
            CaseState.Year year => OfYear(here, year, digits, today),
            CaseState.BirthDate birth => OfBirthDate(here, birth, digits, today),
            CaseState.Confirm confirm => OfConfirm(here, confirm, digits, today),
            CaseState.Told told => OfTold(here, told, digits),
            CaseState.TextOffered offered => OfTextOffered(here, offered, digits),
            CaseState.Halted halted => OfKeys(here, halted, digits),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CaseTurn OfNumber(Position here, CaseState.Number state, string digits, DateOnly today) => digits switch
    {
        "" => here.Silence(state, CasePrompts.WhereIsTheNumber),
        "0" or "*" => here.Everywhere(digits),
        _ => Next(here, TypedCaseNumber.Read(digits, today, state.Insists), digits),
    };

    private static CaseTurn OfYear(Position here, CaseState.Year state, string digits, DateOnly today)
    {
        var keys = $"{state.Running}#{digits}";
        return digits switch
        {
            "" => here.Silence(state),
            "0" => here.Everywhere(digits),
            "*" => here.Go(new CaseState.Number()),
            _ => TypedCaseNumber.Read(keys, today) switch
            {
                TypedCaseNumber.WrongYear or TypedCaseNumber.NeedsYear => here.Slip(state, CasePrompts.WrongYear),
                var typed => Next(here, typed, keys),
            },
        };
    }

    private static CaseTurn Next(Position here, TypedCaseNumber typed, string keys) => typed switch
    {
        TypedCaseNumber.Complete => here.Go(new CaseState.BirthDate(keys)),
        TypedCaseNumber.NeedsYear(var running) => here.Go(new CaseState.Year(running)),
        _ => here.Slip(new CaseState.Number(Insists: typed is TypedCaseNumber.YearAlone), CasePrompts.HelpWith(typed)!.Value),
    };

    private static CaseTurn OfBirthDate(Position here, CaseState.BirthDate state, string digits, DateOnly today) => digits switch
    {
        "" => here.Silence(state),
        "0" => here.Everywhere(digits),
        "*" => here.Go(new CaseState.Number()),
        _ when TypedBirthDate.TryRead(digits, today, out var born) => here.Go(new CaseState.Confirm(state.Keys, born)),
        _ => here.Slip(state, CasePrompts.WrongBirthDate),
    };

    private static CaseTurn OfConfirm(Position here, CaseState.Confirm state, string digits, DateOnly today) => digits switch
    {
        "1" when state.Typed(today) is { } number => new LookUp(here.Place with { Tries = 0 }, number, state.Born),
        "1" or "2" => here.Go(new CaseState.Number()),
        "*" => here.Go(new CaseState.BirthDate(state.Keys)),
        // Who ends the number with a hash may end the date with one, too: here it must not lead away from what was keyed.
        "#" or "9" => here.Go(state),
        _ => OfKeys(here, state, digits),
    };

    private static CaseTurn OfTold(Position here, CaseState.Told state, string digits) => digits switch
    {
        "1" => here.Go(new CaseState.Number()),
        "5" when state.Text is TextOffer.Possible => here.Go(new CaseState.TextOffered(state.News)),
        "5" when state.Text is TextOffer.Impossible => new Ask(here.Place with { Tries = 0 }, state, [CasePrompts.TextImpossible], Briefly: true),
        _ => OfKeys(here, state, digits),
    };

    private static CaseTurn OfTextOffered(Position here, CaseState.TextOffered state, string digits) => digits switch
    {
        "1" => new Text(here.Place with { Tries = 0 }, state.News, Agreed: true),
        "2" or "*" => new Text(here.Place with { Tries = 0 }, state.News, Agreed: false),
        _ => OfKeys(here, state, digits),
    };

    // One key at a time: what it means everywhere, or what the menu does with keys that mean nothing.
    private static CaseTurn OfKeys(Position here, CaseState state, string digits) => digits switch
    {
        "9" => here.Go(state),
        _ => MenuStep.Decide(here.Menu, here.Node, here.Place, digits) switch
        {
            MenuStep.Silence(var again) => new Ask(again, state, [], Briefly: true),
            MenuStep.WrongKey(var again, var key) => new Ask(again, state, char.IsAsciiDigit(key) ? [new Line(CallPrompts.WrongKey, CallPrompts.WrongKeyArguments(key))] : [], Briefly: true),
            var step => new Leave(step),
        },
    };

    private readonly record struct Position(VoiceMenu Menu, MenuNode Node, CallPlace Place)
    {
        public Ask Go(CaseState state) => new(Place with { Tries = 0 }, state, []);

        public Leave Everywhere(string key) => new Leave(MenuStep.Decide(Menu, Node, Place, key));

        public CaseTurn Silence(CaseState state, params Line[] help) => MenuStep.Decide(Menu, Node, Place, "") switch
        {
            MenuStep.Silence(var again) => new Ask(again, state, help),
            var step => new Leave(step),
        };

        public CaseTurn Slip(CaseState state, Line help) => MenuStep.Misunderstood(Place, '#') switch
        {
            MenuStep.WrongKey(var again, _) => new Ask(again, state, [help]),
            var step => new Leave(step),
        };
    }
}
