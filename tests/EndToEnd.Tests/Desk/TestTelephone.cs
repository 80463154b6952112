using System.Collections.Concurrent;
using Infoline.Cases.Desk;
using Infoline.Cases.Register;
using Infoline.Cases.Stages;
using Infoline.Desk.Accounts;
using Infoline.Desk.Work;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>A telephone side in memory: the test lets calls ring, the desk's acts move them.</summary>
internal sealed class TestTelephone : IConversations
{
    private readonly ConcurrentDictionary<AccountId, Conversation> _calls = new();
    private readonly ConcurrentDictionary<AccountId, Action> _followers = new();

    /// <summary>What the desk asked for, in order.</summary>
    public ConcurrentQueue<ConversationAct> Acts { get; } = new();

    public Conversation? CallOf(AccountId consultant) => _calls.GetValueOrDefault(consultant);

    public void Ring(AccountId consultant, bool verified = true) => Set(consultant, new Conversation(
        "17",
        "CA00000000000000000000000000000017",
        ConversationStage.Ringing,
        DateTimeOffset.UtcNow,
        DateTimeOffset.UtcNow.AddSeconds(20),
        new CallerGlance(Language.Ukrainian, Language.Polish, "Karta pobytu", DateTimeOffset.UtcNow.AddMinutes(-4), null, HasPriority: true, IsCallback: false, "+48 500 100 200"),
        [new("Dokumenty", DateTimeOffset.UtcNow.AddMinutes(-6), WasHeardOut: true), new("Opłaty", DateTimeOffset.UtcNow.AddMinutes(-5), WasHeardOut: false)],
        [new(DateTimeOffset.UtcNow.AddDays(-3), "Opłaty", "informacja udzielona", "Demo 2")],
        !verified ? null : new DeskCase(
            new CaseFile
            {
                Number = "WSC-II.6151.1.2026",
                Kind = "Demo",
                Office = "Demo",
                Unit = "Demo",
                Stage = CaseStage.Summons,
                Since = new DateOnly(2026, 11, 20),
                Missing = [MissingItem.Insurance],
                AnswerUntil = new DateOnly(2026, 12, 4),
            },
            [new(CaseStage.Submitted, new DateOnly(2026, 9, 1)), new(CaseStage.Summons, new DateOnly(2026, 11, 20))]),
        ConversationOffers.Answer | ConversationOffers.Refuse,
        ConversationState.Plain,
        "",
        null));

    public Task<Conversation?> FindAsync(AccountId consultant, CancellationToken cancellationToken) => Task.FromResult(CallOf(consultant));

    public IDisposable Follow(AccountId consultant, Action changed)
    {
        _followers[consultant] = changed;
        return new Following();
    }

    public Task<ActOutcome> ActAsync(AccountId consultant, string conversation, ConversationAct act, CancellationToken cancellationToken)
    {
        Acts.Enqueue(act);
        if (CallOf(consultant) is not { } call || call.Id != conversation)
        {
            return Task.FromResult(ActOutcome.TooLate);
        }

        var next = Next(call, act);
        if (next is null)
        {
            _calls.TryRemove(consultant, out _);
        }
        else
        {
            _calls[consultant] = next;
        }

        return Task.FromResult(ActOutcome.Done);
    }

    public Task RestoreAsync(AccountId consultant, RunningTalk talk, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ConversationChoices> ChoicesAsync(AccountId consultant, CancellationToken cancellationToken)
    {
        var free = AccountId.Parse("demo2");
        var busy = AccountId.Parse("demo4");
        return Task.FromResult(new ConversationChoices(
            [new("fees", "Opłaty"), new("card", "Karta pobytu")],
            [new(free, "Demo 2 (pl, uk)", IsFree: true), new(busy, "Demo 4 (pl)", IsFree: false)],
            [new("informed", "Informacja udzielona"), new("office", "Skierowano do urzędu")]));
    }

    private static Conversation? Next(Conversation call, ConversationAct act)
    {
        const ConversationOffers Talking = ConversationOffers.Hold | ConversationOffers.Mute | ConversationOffers.TransferToQueue | ConversationOffers.TransferToColleague
            | ConversationOffers.Consult | ConversationOffers.ThirdParty | ConversationOffers.HangUp | ConversationOffers.Notes | ConversationOffers.Help | ConversationOffers.Recording | ConversationOffers.SendPage;
        return act switch
        {
            ConversationAct.Answer => At(ConversationStage.Talking) with { Can = Talking, Caller = call.Caller with { AnsweredAt = DateTimeOffset.UtcNow }, State = call.State with { Recording = RecordingState.On } },
            ConversationAct.Hold => At(ConversationStage.OnHold),
            ConversationAct.Resume or ConversationAct.EndConsultation => At(ConversationStage.Talking) with { State = call.State with { Colleague = null } },
            ConversationAct.Mute(var on) => call with { State = call.State with { IsMuted = on } },
            ConversationAct.PauseRecording(var on) => call with { State = call.State with { Recording = on ? RecordingState.Paused : RecordingState.On } },
            ConversationAct.AskForHelp(var on) => call with { State = call.State with { Help = on ? new HelpRequest(DateTimeOffset.UtcNow, null, "") : null } },
            ConversationAct.Consult => At(ConversationStage.Consulting) with { State = call.State with { Colleague = "Demo 2 (pl, uk)" } },
            ConversationAct.AddThirdParty => call with { State = call.State with { HasThirdParty = true } },
            ConversationAct.RemoveThirdParty => call with { State = call.State with { HasThirdParty = false } },
            ConversationAct.Note(var notes, var outcome) => call with { Notes = notes, Outcome = outcome },
            ConversationAct.HangUp or ConversationAct.CompleteTransfer or ConversationAct.TransferToQueue or ConversationAct.TransferToColleague =>
                At(ConversationStage.WrapUp) with { StageEnds = DateTimeOffset.UtcNow.AddSeconds(60), Can = ConversationOffers.WrapUp | ConversationOffers.Notes, State = ConversationState.Plain },
            ConversationAct.SendPage => call,
            ConversationAct.ExtendWrapUp => call with { StageEnds = call.StageEnds!.Value.AddMinutes(1) },
            _ => null,
        };

        Conversation At(ConversationStage stage) => call with { Stage = stage, StageSince = DateTimeOffset.UtcNow, StageEnds = null };
    }

    private void Set(AccountId consultant, Conversation call)
    {
        _calls[consultant] = call;
        if (_followers.TryGetValue(consultant, out var changed))
        {
            changed();
        }
    }

    private sealed class Following : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
