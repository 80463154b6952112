using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using ConsultantProfile = Infoline.Routing.ConsultantProfile;
using Device = Infoline.PhoneNetwork.Device;
using SpokenLanguage = Infoline.Routing.SpokenLanguage;

namespace Infoline.EndToEnd.Tests.Conversation;

/// <summary>What tests of conversations begin with: a consultant comes to work, a caller asks for one, and they talk.</summary>
internal static class ConversationScene
{
    /// <summary>The keys of a caller who chooses Polish and asks for a consultant.</summary>
    public const string ToPolish = "10";

    /// <summary>A consultant at a softphone, or at the device given, who speaks the languages well.</summary>
    public static async Task<Device> SignsInAsync(
        Line line, string consultant, IEnumerable<string> languages, Device? device = null, Availability availability = Availability.Available)
    {
        device ??= line.Network.Device($"client:{consultant.Replace('-', '_')}");
        var profile = new ConsultantProfile(ConsultantId.Parse(consultant), consultant, [.. languages.Select(code => new SpokenLanguage(LanguageCode.Parse(code), 5))], device.Address);
        await line.Consultants.SignInAsync(profile, availability, reason: "", TestContext.Current.CancellationToken);
        return device;
    }

    /// <summary>A caller who presses these keys and is put through to the consultant at the device.</summary>
    public static async Task<(Handset Caller, Handset Consultant)> TalkAsync(Line line, Device device, string keys = ToPolish, string from = Line.Caller)
    {
        var caller = line.Dials(from);
        caller.Presses(keys);
        return (caller, await IsPutThroughAsync(caller, device));
    }

    /// <summary>The consultant at the device answers a caller who waits, and both are connected.</summary>
    public static async Task<Handset> IsPutThroughAsync(Handset caller, Device device)
    {
        var consultant = await device.Rings();
        consultant.Answers();
        await caller.IsConnectedWith(consultant);
        return consultant;
    }

    /// <summary>The consultant ends the conversation at the desk: a softphone has no button of its own for it.</summary>
    public static async Task HangsUpAtDeskAsync(Line line, string consultant)
    {
        var account = AccountId.Parse(consultant);
        var call = (await line.Conversations.FindAsync(account, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await line.Conversations.ActAsync(account, call.Id, new ConversationAct.HangUp(), TestContext.Current.CancellationToken)).ShouldBe(ActOutcome.Done);
    }

    /// <summary>A consultant who has answered and still hears for whom, while the caller is on the way.</summary>
    public static async Task<(Handset Caller, Handset Consultant)> HearsForWhomAsync(Line line, Device device)
    {
        var caller = line.Dials();
        caller.Presses(ToPolish);
        var consultant = await device.Rings();
        consultant.Answers();
        await consultant.Hears(_ => true, "the whisper");
        await line.Network.Passes(TimeSpan.FromMilliseconds(100));
        return (caller, consultant);
    }
}
