using System.Text;
using Infoline.PhoneNetwork.Twiml;
using Infoline.PhoneNetwork.Webhooks;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>Gather: collects keys while prompts play and for a while after.</summary>
internal sealed record Gather(
    Uri? Action, HttpMethod Method, TimeSpan Timeout, string FinishOnKey, int? NumDigits, bool ActionOnEmptyResult, IReadOnlyList<Prompt> Prompts) : Verb
{
    public static new Gather Read(VerbElement element)
    {
        var input = element.Text("input") ?? "dtmf";
        if (!input.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(kind => kind is "dtmf" or "speech"))
            element.Fault($"input=\"{input}\" is not dtmf, speech or both");
        var finish = element.Text("finishOnKey") ?? "#";
        if (finish.Length > 1 || finish.Any(c => !"0123456789*#".Contains(c, StringComparison.Ordinal)))
            element.Fault($"finishOnKey=\"{finish}\" is not one key");
        var timeout = element.Text("timeout") == "auto" ? 5 : element.Int("timeout", 5, 0, 600);
        var numDigits = element.Int("numDigits", 0, 1, 1000);
        foreach (var speech in (string[])["speechTimeout", "speechModel", "hints", "language", "profanityFilter", "enhanced", "bargeIn",
            "debug", "partialResultCallback", "partialResultCallbackMethod", "maxSpeechTime"])
        {
            element.Text(speech);
        }

        var gather = new Gather(
            element.Url("action"), element.Method("method"), TimeSpan.FromSeconds(timeout), finish, numDigits == 0 ? null : numDigits,
            element.Flag("actionOnEmptyResult", false), [.. element.Children.Select(ReadPrompt).OfType<Prompt>()]);
        element.Close(children: true);
        return gather;
    }

    public override async Task<Step> ExecuteAsync(CallRun run)
    {
        // Every nested recording is fetched before the first is played.
        foreach (var url in Prompts.OfType<Play>().Select(play => play.Url).OfType<Uri>().Distinct())
            await run.FetchMediaAsync(url);
        foreach (var prompt in Prompts)
        {
            if (await prompt.SoundAsync(run, untilKey: true))
                break;
        }

        var digits = new StringBuilder();
        var finishedBy = "";
        while (NumDigits is not { } enough || digits.Length < enough)
        {
            if (await run.KeyAsync(Timeout) is not { } key)
                break;
            if (FinishOnKey.Length == 1 && key == FinishOnKey[0])
            {
                finishedBy = FinishOnKey;
                break;
            }

            digits.Append(key);
        }

        // As documented, a finishing key pressed before any other is no input either.
        if (digits.Length == 0 && !ActionOnEmptyResult)
            return Step.Next;
        run.Keys(digits.ToString(), finishedBy);
        var url2 = Action ?? run.DocumentUrl;
        return url2 is null
            ? CallRun.Fail(11100, "Gather without an action in a document that has no URL")
            : new Step.Goto(new DocumentSource.FromUrl(
                url2, Method, ("Digits", digits.ToString()), ("FinishedOnKey", finishedBy), ("msg", "Gather End")));
    }

    private static Prompt? ReadPrompt(VerbElement child)
    {
        switch (child.Name)
        {
            case "Play": return Play.Read(child);
            case "Say": return Say.Read(child);
            case "Pause": return Pause.Read(child);
            default:
                child.Fault("it does not belong inside <Gather>");
                return null;
        }
    }
}
