using Infoline.Desk.Accounts;
using Infoline.Prompts;
using Infoline.Routing;
using Device = Infoline.Desk.Accounts.Device;

namespace Infoline.Desk.Work;

/// <summary>Brings a consultant of the accounts into the queue: the same person under the name and device that the queue understands.</summary>
internal sealed class QueueSignIn(AccountStore accounts, Consultants consultants)
{
    /// <summary>Signs in, or renews what the queue knows. False when the account has no language and so can get no calls.</summary>
    /// <param name="id">The account.</param>
    /// <param name="initial">What a newcomer becomes; one who is signed in keeps the state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RoutingUnavailableException">The queue does not answer.</exception>
    public async Task<bool> EnterAsync(AccountId id, Availability initial, CancellationToken cancellationToken)
    {
        var account = (await accounts.FindAsync(id, cancellationToken))?.ToAccount();
        var profile = await accounts.ProfileAsync(id, cancellationToken);
        if (account is null || profile.Languages.Count == 0)
        {
            return false;
        }

        await consultants.SignInAsync(
            new Routing.ConsultantProfile(
                ConsultantId.Parse(id.ToString()),
                account.DisplayName,
                [.. profile.Languages.Select(spoken => new Routing.SpokenLanguage(LanguageCode.Parse(spoken.Language.Code()), spoken.Level))],
                Address(id, profile.Device)),
            initial,
            cancellation: cancellationToken);
        return true;
    }

    /// <summary>The address that the telephone network rings.</summary>
    internal static string Address(AccountId id, Device device) => device.Kind switch
    {
        DeviceKind.Browser => $"client:{id}",
        DeviceKind.Sip when !device.Address.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) => $"sip:{device.Address}",
        _ => device.Address,
    };
}
