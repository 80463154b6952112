using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.Routing;

namespace Infoline.Ivr.Conversations;

/// <summary>The telephone side of the desks: what a consultant sees of a call, and what they ask for. Nothing is kept here; every node answers alike.</summary>
internal sealed class HostConversations(ConversationReader reader, ConversationActs acts, ConversationChoicesReader choices, ConversationFeed feed, ConversationRestoring restoring) : IConversations
{
    public async Task<Conversation?> FindAsync(AccountId consultant, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.FindAsync(ConsultantId.Parse(consultant.ToString()), cancellationToken);
        }
        catch (RoutingUnavailableException)
        {
            // The page's own notice tells that the queue does not answer.
            return null;
        }
    }

    public IDisposable Follow(AccountId consultant, Action changed) => feed.Follow(ConsultantId.Parse(consultant.ToString()), changed);

    public async Task<ActOutcome> ActAsync(AccountId consultant, string conversation, ConversationAct act, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.LiveAsync(ConsultantId.Parse(consultant.ToString()), cancellationToken) is { } live
                && string.Equals(live.Reservation.Id.ToString(), conversation, StringComparison.Ordinal)
                    ? await acts.DoAsync(live, act, cancellationToken)
                    : ActOutcome.TooLate;
        }
        catch (RoutingUnavailableException)
        {
            return ActOutcome.Unavailable;
        }
    }

    public async Task RestoreAsync(AccountId consultant, RunningTalk talk, CancellationToken cancellationToken)
    {
        try
        {
            await restoring.RestoreAsync(ConsultantId.Parse(consultant.ToString()), talk, cancellationToken);
        }
        catch (RoutingUnavailableException)
        {
            // The next beat of the window finds the queue without the consultant or with them; the page's own notice tells the rest.
        }
    }

    public Task<ConversationChoices> ChoicesAsync(AccountId consultant, CancellationToken cancellationToken) => choices.ReadAsync(consultant, cancellationToken);
}
