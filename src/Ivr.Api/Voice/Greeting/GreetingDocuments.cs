using System.Globalization;
using Infoline.Ivr.Voice.Documents;
using Infoline.Prompts;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Infoline.Ivr.Voice.Greeting;

/// <summary>The greeting.</summary>
internal sealed class GreetingDocuments(LineContent content, Narrator narrator, TimeProvider time)
{
    private const int SecondsToChoose = 4;
    private readonly TemplateCache<string> _templates = new(content.Texts, time);

    /// <summary>Each language is offered in that language.</summary>
    /// <param name="tries">How often the greeting has been heard without a choice.</param>
    public VoiceDocument AskForLanguage(int tries) => new(
        _templates.Get("greeting", _ => Build()),
        string.Create(CultureInfo.InvariantCulture, $"/voice/language?tries={tries}"),
        Lasting: true);

    /// <summary>Looks at the recordings anew; for when one turns out to be gone.</summary>
    public void Refresh() => _templates.Forget();

    private DocumentTemplate Build()
    {
        var gather = new Gather(
            input: [Gather.InputEnum.Dtmf],
            action: DocumentTemplate.Next,
            method: HttpMethod.Post,
            timeout: SecondsToChoose,
            numDigits: 1,
            finishOnKey: "",
            actionOnEmptyResult: true);
        foreach (var language in LanguageCodes.All)
        {
            narrator.Speak(gather, language, CallPrompts.GreetingChoose);
        }

        var response = new VoiceResponse();
        response.Append(gather);
        response.Redirect(DocumentTemplate.Next, HttpMethod.Post);
        return DocumentTemplate.Of(response);
    }
}
