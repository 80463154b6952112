using Infoline.Ivr.Voice.CaseStatus;
using Infoline.Ivr.Voice.Documents;
using Infoline.Prompts;
using Infoline.Prompts.Menu;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Voice.Menu;

/// <summary>The documents of the menu, named after what the caller experiences.</summary>
internal sealed class MenuDocuments
{
    private const int SecondsToPress = 5;

    // A message has just ended and the caller may be taking notes.
    private const int SecondsToPressAfterMessage = 8;

    private static readonly DocumentTemplate ToNext = Redirect();

    private readonly LineContent _content;
    private readonly Narrator _narrator;
    private readonly TimeProvider _time;
    private readonly TemplateCache<Name> _templates;
    private readonly Func<Name, DocumentTemplate> _build;

    public MenuDocuments(LineContent content, Narrator narrator, TimeProvider time)
    {
        (_content, _narrator, _time) = (content, narrator, time);
        _templates = new TemplateCache<Name>(content.Texts, time);
        _build = Build;
    }

    private enum Kind
    {
        Whole,
        BackNothing,
        ChoicesAgain,
        WrongKey,
    }

    /// <summary>The first document in the chosen language: what is urgent, who the line is for, and the main menu.</summary>
    public VoiceDocument Welcome(CallPlace place, params IEnumerable<PromptKey> before)
    {
        var node = _content.Menu.Start;
        var (response, gather) = Listen(node);
        Speak(gather, place.Language, before);
        foreach (var announcement in _content.Hours.AnnouncementsAt(_time.GetUtcNow()))
        {
            _narrator.Announce(gather, place.Language, announcement);
        }

        Speak(gather, place.Language, node.Intro.Concat(node.Play));
        Offer(gather, node, place.Language, inFull: true, place.KeysTold);
        return new VoiceDocument(DocumentTemplate.Of(response), NextOf(place with { KeysTold = true }));
    }

    /// <summary>A node as a whole: its message, if any, then its choices.</summary>
    public VoiceDocument Enter(MenuNode node, CallPlace place) => node.Dialogue is null ? Lasting(Kind.Whole, node, place) : Begin(place);

    /// <summary>A node again as it was heard first, introduction and urgent announcements included.</summary>
    public VoiceDocument Repeat(MenuNode node, CallPlace place) => node.Intro.Count > 0 ? Welcome(place) : Enter(node, place);

    /// <summary>The main menu, after "back" led nowhere.</summary>
    public VoiceDocument NothingBehind(CallPlace place) => Lasting(Kind.BackNothing, _content.Menu.Start, place);

    /// <summary>The choices again, shorter.</summary>
    public VoiceDocument ChoicesAgain(MenuNode node, CallPlace place) => node.Dialogue is null ? Lasting(Kind.ChoicesAgain, node, place) : Begin(place);

    /// <summary>"There is no option 8 here", then the choices, shorter.</summary>
    public VoiceDocument WrongKey(MenuNode node, CallPlace place, char key) => Lasting(Kind.WrongKey, node, place, char.IsAsciiDigit(key) ? key : default);

    /// <summary>Something that needs no key of its own, after which the keys of the place work as ever.</summary>
    public VoiceDocument Tell(MenuNode node, CallPlace place, PromptKey prompt, IReadOnlyDictionary<string, Spoken>? arguments = null)
    {
        var (response, gather) = Listen(node);
        _narrator.Speak(gather, place.Language, prompt, arguments);
        _narrator.Speak(gather, place.Language, CallPrompts.KeysBrief);
        return new VoiceDocument(DocumentTemplate.Of(response), NextOf(place));
    }

    /// <summary>Something went wrong inside: the caller hears so and is at the main menu.</summary>
    public VoiceDocument Sorry(Language language, int tries)
    {
        var place = CallPlace.Entering(language, _content.Menu.Start.Id) with { KeysTold = true, Tries = tries };
        return new VoiceDocument(Choices(_content.Menu.Start, language, [CallPrompts.ErrorSorry], inFull: true, keysTold: false), NextOf(place));
    }

    /// <summary>"Goodbye", and the line hangs up.</summary>
    public VoiceDocument Farewell(Language language)
    {
        var response = new VoiceResponse();
        _narrator.Speak(response, language, CallPrompts.Goodbye);
        response.Hangup();
        return new VoiceDocument(DocumentTemplate.Of(response), Next: "");
    }

    /// <summary>Looks at the recordings anew; for when one turns out to be gone.</summary>
    public void Refresh() => _templates.Forget();

    /// <summary>On to the dialogue of a node, which speaks for itself.</summary>
    private static VoiceDocument Begin(CallPlace place) => new(ToNext, CaseStatusEndpoint.Begin(place), Lasting: true);

    private VoiceDocument Lasting(Kind kind, MenuNode node, CallPlace place, char key = default) =>
        new(_templates.Get(new Name(kind, node.Id, place.Language, place.KeysTold, key), _build), NextOf(place with { KeysTold = true }), Lasting: true);

    private DocumentTemplate Build(Name name)
    {
        var node = _content.Menu.Find(name.Node) ?? _content.Menu.Start;
        return name.Kind switch
        {
            Kind.Whole => Choices(node, name.Language, node.Play, inFull: true, name.KeysTold),
            Kind.BackNothing => Choices(node, name.Language, [CallPrompts.BackNothing], inFull: true, name.KeysTold),
            Kind.ChoicesAgain => Choices(node, name.Language, [], inFull: false, name.KeysTold),
            Kind.WrongKey => Choices(node, name.Language, [], inFull: false, name.KeysTold, name.Key),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private DocumentTemplate Choices(MenuNode node, Language language, IReadOnlyList<PromptKey> first, bool inFull, bool keysTold, char wrongKey = default)
    {
        var (response, gather) = Listen(node);
        if (wrongKey != default)
        {
            _narrator.Speak(gather, language, CallPrompts.WrongKey, CallPrompts.WrongKeyArguments(wrongKey));
        }

        Speak(gather, language, first);
        Offer(gather, node, language, inFull, keysTold);
        return DocumentTemplate.Of(response);
    }

    private void Speak(Gather gather, Language language, IEnumerable<PromptKey> prompts)
    {
        foreach (var prompt in prompts)
        {
            _narrator.Speak(gather, language, prompt);
        }
    }

    private void Offer(Gather gather, MenuNode node, Language language, bool inFull, bool keysTold)
    {
        if (!inFull && node.Choices.Count > 0)
        {
            _narrator.Speak(gather, language, CallPrompts.ChoicesAgain);
        }

        foreach (var choice in node.Choices)
        {
            _narrator.Speak(gather, language, _content.Menu.Find(choice.Target)!.Title);
            _narrator.Speak(gather, language, inFull ? CallPrompts.Press(choice.Key) : CallPrompts.Digit(choice.Key));
        }

        _narrator.Speak(gather, language, keysTold ? CallPrompts.KeysBrief : CallPrompts.KeysFull);
    }

    private static (VoiceResponse Response, Gather Gather) Listen(MenuNode node)
    {
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf],
            action: DocumentTemplate.Next,
            method: HttpMethod.Post,
            timeout: node.IsMessage ? SecondsToPressAfterMessage : SecondsToPress,
            numDigits: 1,
            // The default finish key would swallow '#', which leads to the main menu.
            finishOnKey: "",
            actionOnEmptyResult: true);
        var response = new VoiceResponse();
        response.Append(gather);
        // Reached only if the network does not post an empty result; the caller is never left in silence.
        response.Redirect(DocumentTemplate.Next, HttpMethod.Post);
        return (response, gather);
    }

    private static DocumentTemplate Redirect()
    {
        var response = new VoiceResponse();
        response.Redirect(DocumentTemplate.Next, HttpMethod.Post);
        return DocumentTemplate.Of(response);
    }

    private static string NextOf(CallPlace place) => place.Url(MenuEndpoint.Step);

    private readonly record struct Name(Kind Kind, string Node, Language Language, bool KeysTold, char Key);
}
