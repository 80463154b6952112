using System.Globalization;
using System.Resources;
using Infoline.Desk.Knowledge;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Prompts;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Conversations;

/// <summary>Sends a caller the page of a topic by text message, in the language of the call. The consultant has agreed on it with the caller.</summary>
internal sealed class PageMessages(CallControl network, LineContent content, IOptionsMonitor<KnowledgeOptions> options)
{
    private const string Message = "message";
    private static readonly ResourceManager Words = new(typeof(PageTexts));

    public async Task<ActOutcome> SendAsync(LiveConversation live, string topic, CancellationToken cancel)
    {
        if (live is not { IsTalking: true, HasCaller: true })
            return ActOutcome.TooLate;
        if (!options.CurrentValue.Pages.TryGetValue(topic, out var page) || content.Menu.Find(topic) is not { } node)
            return ActOutcome.Unreachable;
        if ((live.Call.CallbackNumber ?? await network.OtherSideAsync(live.Reservation.Call.Value, cancel)) is not { } number)
            return ActOutcome.Unavailable;
        if (!TextNumber.Reaches(number))
            return ActOutcome.Unreachable;
        _ = LanguageCodes.TryParse(live.Call.Ticket.Language.Value, out var language);
        return LineActs.Told(await network.TextAsync(number, Text(language, content.Prompts.Caption(language, node.Title), page), cancel), refused: ActOutcome.Unreachable);
    }

    private static string Text(Language language, string title, string page)
    {
        var culture = CultureInfo.GetCultureInfo(language.Code());
        return string.Format(culture, Words.GetString(Message, culture)!, title, page);
    }
}
