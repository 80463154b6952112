using Infoline.Prompts.Menu;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>What a key, or silence, at a place of the menu leads to.</summary>
internal abstract record MenuStep
{
    private MenuStep()
    {
    }

    /// <summary>The caller comes to a node, by a choice, back, or to the main menu.</summary>
    public sealed record Enter(CallPlace Place) : MenuStep;

    /// <summary>The caller hears the node again as a whole.</summary>
    public sealed record Repeat(CallPlace Place) : MenuStep;

    /// <summary>"Back" was pressed where the way back ends.</summary>
    public sealed record NothingBehind(CallPlace Place) : MenuStep;

    /// <summary>Nothing was pressed: the choices again, shorter.</summary>
    public sealed record Silence(CallPlace Place) : MenuStep;

    /// <summary>A key without meaning here was pressed: it is named, and the choices follow, shorter.</summary>
    public sealed record WrongKey(CallPlace Place, char Key) : MenuStep;

    /// <summary>The caller asked for a consultant.</summary>
    public sealed record Consultant(CallPlace Place) : MenuStep;

    /// <summary>Every third time in a row without a key that means something: a consultant is offered.</summary>
    public sealed record Lost(CallPlace Place) : MenuStep;

    /// <summary>Nobody has answered two offers: the line says goodbye, so that a forgotten handset does not hold it for hours.</summary>
    public sealed record Farewell(CallPlace Place) : MenuStep;

    /// <summary>Decides by the menu's data alone. Total: any digits give a step.</summary>
    public static MenuStep Decide(VoiceMenu menu, MenuNode node, CallPlace place, string digits) => digits switch
    {
        "" when place.Tries >= CallPlace.MostTries => new Farewell(place),
        "" when IsThird(place) => new Lost(Again(place)),
        "" => new Silence(Again(place)),
        "0" => new Consultant(place with { Tries = 0 }),
        "9" when place.Aside => new Consultant(place with { Tries = 0 }),
        "9" => new Repeat(place with { Tries = 0 }),
        "#" => new Enter(place with { Node = menu.Start.Id, Via = [], Tries = 0, Aside = false }),
        "*" when place.Aside => new Enter(place with { Tries = 0, Aside = false }),
        "*" => place.Back() is { } back && menu.Find(back.Node) is not null
            ? new Enter(back)
            : new NothingBehind(place with { Node = menu.Start.Id, Via = [], Tries = 0 }),
        [var key] when node.TargetOf(key) is { } target => new Enter(place.GoTo(target)),
        _ => Misunderstood(place, digits[^1]),
    };

    /// <summary>A key, or keys, that mean nothing here: every third time in a row a consultant is offered.</summary>
    public static MenuStep Misunderstood(CallPlace place, char key) => IsThird(place) ? new Lost(Again(place)) : new WrongKey(Again(place), key);

    private static bool IsThird(CallPlace place) => place.Tries % 3 == 2;

    private static CallPlace Again(CallPlace place) => place with { Tries = Math.Min(place.Tries + 1, CallPlace.MostTries), Aside = false };
}
