using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.PhoneNetwork;
using Infoline.Routing;
using ConsultantProfile = Infoline.Routing.ConsultantProfile;
using Device = Infoline.PhoneNetwork.Device;
using SpokenLanguage = Infoline.Routing.SpokenLanguage;

namespace Infoline.Simulation;

/// <summary>
/// A consultant at a desk with a softphone: answers, misses, refuses, holds, hands on, pauses, hangs up, and closes the browser at the
/// wrong moment.
/// </summary>
internal sealed class ScriptedConsultant
{
    /// <summary>How long a desk may be silent.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Alone = TimeSpan.FromMinutes(3);
    private readonly Day _day;
    private readonly Chance _chance;
    private readonly Device _device;
    private readonly ConsultantProfile _profile;
    private bool _windowIsOpen = true;
    private Call? _lost;

    public ScriptedConsultant(Day day, string name, Chance chance, params (string Language, int Level)[] languages)
    {
        (_day, _chance, Account) = (day, chance, AccountId.Parse(name));
        _device = day.Network.Device($"client:{name}");
        _profile = new ConsultantProfile(
            ConsultantId.Parse(name), name, [.. languages.Select(spoken => new SpokenLanguage(LanguageCode.Parse(spoken.Language), spoken.Level))], _device.Address);
    }

    public AccountId Account { get; }

    /// <summary>The language that they speak best.</summary>
    public LanguageCode Language => _profile.Languages[0].Language;

    /// <summary>Everybody else at a desk.</summary>
    public IReadOnlyList<ScriptedConsultant> Colleagues { get; set; } = [];

    public async Task WorkAsync()
    {
        await SignInAsync();
        while (!_day.IsQuiet)
        {
            if (await NextRingAsync(TimeSpan.FromSeconds(10)) is { } call)
                await TakeAsync(call);
            else
                await LookAtStateAsync();
        }
    }

    /// <summary>The window tells that it is open.</summary>
    public async Task BeatAsync()
    {
        while (!_day.IsQuiet)
        {
            if (_windowIsOpen && await _day.AskAsync(site => IsForgottenAsync(site.Part<Consultants>())))
                await SignInAsync();
            await _day.Network.Passes(Lease / 3);
        }
    }

    /// <summary>Whether the queue does not know the consultant. The window tells as well that its telephone is there, should it have been lost.</summary>
    private async Task<bool> IsForgottenAsync(Consultants consultants)
    {
        var me = await consultants.BeatAsync(_profile.Id);
        if (me is { IsLost: true })
            await consultants.ReattachAsync(_profile.Id);
        return me is null;
    }

    public Task SignInAsync() => _day.AskAsync(site => site.Part<Consultants>().SignInAsync(_profile, Availability.Available, reason: null));

    public Task BecomesAsync(Availability availability) => _day.AskAsync(site => site.Part<Consultants>().SetStateAsync(_profile.Id, availability));

    public async Task<Consultant?> StateAsync() => await _day.AskAsync(async site => await site.Part<Consultants>().GetAsync(_profile.Id));

    /// <summary>The next call that comes, or null.</summary>
    public async Task<Handset?> NextRingAsync(TimeSpan within)
    {
        try
        {
            return await _device.Rings(within);
        }
        catch (NotHeardException)
        {
            return null;
        }
    }

    public async Task<bool> DoesAsync(ConversationAct act) => await _day.AskAsync(async site =>
    {
        var conversations = site.Part<IConversations>();
        return await conversations.FindAsync(Account, default) is { } now && await conversations.ActAsync(Account, now.Id, act, default) is ActOutcome.Done;
    });

    private async Task LookAtStateAsync()
    {
        if (_chance.Is(0.004))
        {
            Did("paused");
            await BecomesAsync(Availability.Pause);
            await _day.Network.Passes(_chance.Seconds(60, 400));
            await BecomesAsync(Availability.Available);
        }
        else if (await StateAsync() is { Status: ConsultantStatus.NotReady or ConsultantStatus.Pause or ConsultantStatus.Offline } state)
        {
            Did($"became available again after {state.Reason ?? "a wish"}");
            if (state.Status is ConsultantStatus.Offline)
                await SignInAsync();
            await BecomesAsync(Availability.Available);
        }
    }

    private async Task TakeAsync(Handset call)
    {
        Did("were rung");
        if (_device.Calls.Count(other => !IsOver(other)) > 1)
            _day.Ledger.Breach("a consultant was rung while another call of theirs went on", string.Join(Environment.NewLine, _device.Calls.Where(other => !IsOver(other)).Select(other => other.Call.Transcript)));
        switch (_chance.Weighted((0.84, "answered"), (0.06, "missed"), (0.04, "refused on the softphone"), (0.03, "refused at the desk"), (0.03, "closed the browser while it rang")))
        {
            case "missed":
                Did("missed");
                await IsOverWithinAsync(call, 60);
                break;
            case "refused on the softphone":
                await _day.Network.Passes(_chance.Seconds(1, 6));
                Did("refused on the softphone");
                call.Declines();
                break;
            case "refused at the desk":
                await _day.Network.Passes(_chance.Seconds(1, 6));
                Did("refused at the desk");
                await DoesAsync(new ConversationAct.Refuse(RefusalReasons.All[0]));
                break;
            case "closed the browser while it rang":
                Did("closed the browser while it rang");
                await LosesWindowAsync();
                break;
            default:
                await _day.Network.Passes(_chance.Seconds(0.5, 8));
                if (IsOver(call))
                    break;
                call.Answers();
                Did("answered");
                await TalkAsync(call);
                await WrapUpAsync();
                break;
        }

        await IsOverWithinAsync(call, 30);
    }

    private async Task TalkAsync(Handset call)
    {
        var (length, talked, alone) = (_chance.About(95, 8, 700), TimeSpan.Zero, TimeSpan.Zero);
        while (!IsOver(call))
        {
            var step = _chance.Seconds(2, 12);
            await _day.Network.Passes(step);
            if (IsOver(call))
                return;
            if (call.Call.Hears.Count == 0)
            {
                if ((alone += step) < Alone)
                    continue;
                Did("heard nobody for minutes and hung up");
                call.HangsUp();
                return;
            }

            if (_lost is { } caller && call.Call.Hears.Contains(caller))
                Did("went on with the caller whom they had lost");
            (talked, alone, _lost) = (talked + step, TimeSpan.Zero, null);
            if (talked > length)
            {
                Did("hung up");
                await HangUpAsync(call);
                return;
            }

            await ActsAsync(call);
        }
    }

    /// <summary>At the desk, for a softphone has no button for it; who is told that it did not work presses again, and closes the window in the end.</summary>
    private async Task HangUpAsync(Handset call)
    {
        for (var tries = 0; tries < 5 && !IsOver(call); tries++)
        {
            if (await DoesAsync(new ConversationAct.HangUp()))
                return;
            await _day.Network.Passes(TimeSpan.FromSeconds(2));
        }

        call.HangsUp();
    }

    private async Task ActsAsync(Handset call)
    {
        switch (_chance.Weighted((0.93, ""), (0.02, "hold"), (0.012, "mute"), (0.012, "queue"), (0.006, "colleague"), (0.012, "consult"), (0.008, "window")))
        {
            case "hold":
                if (!await DoesAsync(new ConversationAct.Hold()))
                    break;
                Did("held");
                await _day.Network.Passes(_chance.Seconds(5, 40));
                await DoesAsync(new ConversationAct.Resume());
                break;
            case "mute":
                await DoesAsync(new ConversationAct.Mute(On: true));
                await _day.Network.Passes(_chance.Seconds(1, 10));
                await DoesAsync(new ConversationAct.Mute(On: false));
                break;
            case "queue":
                if (await DoesAsync(new ConversationAct.TransferToQueue(_chance.OneOf(Infoline.Prompts.Language.Polish, Infoline.Prompts.Language.English, Infoline.Prompts.Language.Ukrainian), null)))
                    Did("handed on to a language");
                break;
            case "colleague":
                if (await DoesAsync(new ConversationAct.TransferToColleague(_chance.OneOf([.. Colleagues]).Account)))
                    Did("handed on to a colleague");
                break;
            case "consult":
                if (!await DoesAsync(new ConversationAct.Consult(_chance.OneOf([.. Colleagues]).Account)))
                    break;
                Did("asked a colleague");
                await _day.Network.Passes(_chance.Seconds(10, 50));
                if (!_chance.Is(0.5) || !await DoesAsync(new ConversationAct.CompleteTransfer()))
                    await DoesAsync(new ConversationAct.EndConsultation());
                break;
            case "window" when !IsOver(call):
                Did("closed the browser in a conversation");
                _lost = call.Call.Hears is [var caller, ..] ? caller : null;
                call.HangsUp();
                await LosesWindowAsync();
                break;
        }
    }

    /// <summary>The browser is gone, and the softphone with it; after a while both are back.</summary>
    private async Task LosesWindowAsync()
    {
        _windowIsOpen = false;
        _device.GoesOffline();
        await _day.Network.Passes(_chance.Seconds(3, 120));
        _device.ComesBack();
        await SignInAsync();
        _windowIsOpen = true;
    }

    private async Task WrapUpAsync()
    {
        if (_chance.Is(0.03))
            await DoesAsync(new ConversationAct.ExtendWrapUp());
        if (!_chance.Is(0.5))
            return;
        await _day.Network.Passes(_chance.Seconds(1, 20));
        await DoesAsync(new ConversationAct.FinishWrapUp());
    }

    private async Task IsOverWithinAsync(Handset call, int seconds)
    {
        for (var waited = 0; waited < seconds && !IsOver(call) && !_day.IsQuiet; waited += 2)
            await _day.Network.Passes(TimeSpan.FromSeconds(2));
    }

    private static bool IsOver(Handset call) => call.Call.EndedAt is not null;

    private void Did(string what) => _day.Ledger.Count(Parts.Consultants, what);
}
