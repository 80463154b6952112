using Infoline.Prompts;
using Infoline.Prompts.Menu;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>The documents of the menu, named after what the caller experiences.</summary>
internal sealed class MenuDocuments(LineContent content, Narrator narrator)
{
    private const int SecondsToPress = 5;

    // A message has just ended and the caller may be taking notes.
    private const int SecondsToPressAfterMessage = 8;

    /// <summary>The first document in the chosen language: what is urgent, who the line is for, and the main menu.</summary>
    public VoiceResponse Welcome(CallPlace place, IReadOnlyList<PromptKey> before, DateTimeOffset now)
    {
        var node = content.Menu.Start;
        var announcements = content.Hours.AnnouncementsAt(now).Select(announcement => announcement.Prompt);
        return Offer(node, place, [.. before, .. announcements, .. node.Intro, .. node.Play], Choices.InFull);
    }

    /// <summary>A node as a whole: its message, if any, then its choices.</summary>
    public VoiceResponse Enter(MenuNode node, CallPlace place) => Offer(node, place, node.Play, Choices.InFull);

    /// <summary>The main menu, after "back" led nowhere.</summary>
    public VoiceResponse NothingBehind(CallPlace place) => Offer(content.Menu.Start, place, [CallPrompts.BackNothing], Choices.InFull);

    /// <summary>The choices again, shorter.</summary>
    public VoiceResponse ChoicesAgain(MenuNode node, CallPlace place) => Offer(node, place, [], Choices.Short);

    /// <summary>"There is no option 8 here", then the choices, shorter.</summary>
    public VoiceResponse WrongKey(MenuNode node, CallPlace place, char key)
    {
        var (response, gather) = Listen(place, node);
        if (char.IsAsciiDigit(key))
        {
            narrator.Speak(gather, place.Language, CallPrompts.WrongKey, new Dictionary<string, Spoken>(StringComparer.Ordinal) { ["key"] = Spoken.Digits(key.ToString()) });
        }

        SpeakChoices(gather, node, place, Choices.Short);
        return response;
    }

    /// <summary>Something that needs no key of its own, after which the keys of the place work as ever.</summary>
    public VoiceResponse Tell(MenuNode node, CallPlace place, PromptKey prompt, IReadOnlyDictionary<string, Spoken>? arguments = null)
    {
        var (response, gather) = Listen(place, node);
        narrator.Speak(gather, place.Language, prompt, arguments);
        narrator.Speak(gather, place.Language, CallPrompts.KeysBrief);
        return response;
    }

    private VoiceResponse Offer(MenuNode node, CallPlace place, IReadOnlyList<PromptKey> first, Choices choices)
    {
        var (response, gather) = Listen(place with { KeysTold = true }, node);
        foreach (var prompt in first)
        {
            narrator.Speak(gather, place.Language, prompt);
        }

        SpeakChoices(gather, node, place, choices);
        return response;
    }

    private void SpeakChoices(Gather gather, MenuNode node, CallPlace place, Choices choices)
    {
        if (choices is Choices.Short && node.Choices.Count > 0)
        {
            narrator.Speak(gather, place.Language, CallPrompts.ChoicesAgain);
        }

        foreach (var choice in node.Choices)
        {
            narrator.Speak(gather, place.Language, content.Menu.Find(choice.Target)!.Title);
            narrator.Speak(gather, place.Language, choices is Choices.Short ? CallPrompts.Digit(choice.Key) : CallPrompts.Press(choice.Key));
        }

        narrator.Speak(gather, place.Language, place.KeysTold ? CallPrompts.KeysBrief : CallPrompts.KeysFull);
    }

    private static (VoiceResponse Response, Gather Gather) Listen(CallPlace place, MenuNode node)
    {
        var action = new Uri(place.Url("menu"), UriKind.Relative);
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf],
            action: action,
            method: HttpMethod.Post,
            timeout: node.IsMessage ? SecondsToPressAfterMessage : SecondsToPress,
            numDigits: 1,
            // The default finish key would swallow '#', which leads to the main menu.
            finishOnKey: "",
            actionOnEmptyResult: true);
        var response = new VoiceResponse();
        response.Append(gather);
        // Reached only if the network does not post an empty result; the caller is never left in silence.
        response.Redirect(action, HttpMethod.Post);
        return (response, gather);
    }

    private enum Choices
    {
        InFull,
        Short,
    }
}
