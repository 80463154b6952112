using System.Globalization;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice;
using Infoline.Prompts;
using Infoline.Records.Calls;
using Infoline.Routing;
using Infoline.Sql;
using Microsoft.Extensions.Localization;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>What a consultant is told of a caller before the first word.</summary>
internal sealed record Story(string? Topic, string Number, IReadOnlyList<HeardStep> Path, IReadOnlyList<EarlierCall> Earlier, CaseGlance? Case);

/// <summary>
/// Gathers the story of a call: the way through the menu, earlier calls, the number. Each part may be missing while its source is down;
/// the call goes on without it.
/// </summary>
internal sealed class CallerStory(LineContent content, CallNotes notes, CallerNumbers numbers, Infoline.Records.History.CallHistory records, IStringLocalizer<OutcomeTexts> texts)
{
    private const int MostEarlier = 5;

    public async Task<Story> OfAsync(LiveConversation live, CancellationToken cancel)
    {
        var told = await notes.OfAsync(live.Reservation.Call, cancel);
        return new Story(
            TitleOf(live.Call.Ticket.Topic),
            await numbers.OfAsync(live, cancel),
            CallPathNote.Read(told.GetValueOrDefault(CallPathNote.Name)).Pairwise(StepOf),
            await EarlierAsync(live, cancel),
            Case: null);
    }

    private static Language Ui => LanguageCodes.TryParse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var language) ? language : Language.Polish;

    private string? TitleOf(string? node) =>
        node is not null && content.Menu.Find(node) is { } known && known != content.Menu.Start ? content.Prompts.Caption(Ui, known.Title).TrimEnd('.') : null;

    private HeardStep? StepOf(PathStep step, PathStep? next)
    {
        if (content.Menu.Find(step.Node) is not { } node || TitleOf(step.Node) is not { } title)
            return null;
        var length = node.Play.Sum(key => content.Prompts.Compose(step.Language, key).Sum(clip => clip.Recording?.Length.TotalSeconds ?? 0));
        return new HeardStep(title, step.At, WasHeardOut: next is { } then && (then.At - step.At).TotalSeconds >= length);
    }

    private async Task<IReadOnlyList<EarlierCall>> EarlierAsync(LiveConversation live, CancellationToken cancel)
    {
        if (live.Call.Ticket.CallerKey.Length == 0)
            return [];
        try
        {
            var rows = await records.RecentAsync(live.Call.Ticket.CallerKey, MostEarlier + 1, cancel);
            return
            [
                .. rows.Where(row => !string.Equals(row.CallId, live.Reservation.Call.Value, StringComparison.Ordinal)).Take(MostEarlier)
                    .Select(row => new EarlierCall(row.ArrivedAt, TitleOf(row.Topic), texts[row.Outcome.Name()], row.Consultant)),
            ];
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            return [];
        }
    }
}
