using System.Globalization;
using Infoline.Desk.Accounts;
using Infoline.Desk.Live;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice;
using Infoline.Prompts;
using Infoline.Routing;
using Microsoft.Extensions.Options;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>What a consultant can choose from when handing on and when finishing: topics are the lists of the menu, outcomes are the office's.</summary>
internal sealed class ConversationChoicesReader(LineContent content, TopicNames topics, Board board, IOptionsMonitor<ConversationOptions> options)
{
    public async Task<ConversationChoices> ReadAsync(AccountId consultant, CancellationToken cancel)
    {
        var language = LanguageCodes.TryParse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var known) ? known : Language.Polish;
        return new ConversationChoices(
            [.. content.Menu.Nodes.Where(node => node.Choices.Count > 0 && node != content.Menu.Start).Select(node => new Choice(node.Id, topics.NameOf(node.Id) ?? node.Id))],
            await ColleaguesAsync(consultant, cancel),
            [.. options.CurrentValue.Outcomes.Select(outcome => new Choice(outcome.Code, outcome.In(language)))]);
    }

    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(AccountId consultant, CancellationToken cancel)
    {
        try
        {
            return
            [
                .. (await board.SnapshotAsync(cancel)).Consultants
                    .Where(one => one.Status is not ConsultantStatus.Offline && !string.Equals(one.Id.Value, consultant.ToString(), StringComparison.Ordinal))
                    .Select(one => new Colleague(AccountId.Parse(one.Id.Value), one.Name, one.Status is ConsultantStatus.Available)),
            ];
        }
        catch (RoutingUnavailableException)
        {
            return [];
        }
    }
}
