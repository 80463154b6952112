using System.Globalization;
using Infoline.Desk.Work;
using Infoline.Ivr.Voice.Conversation;
using Infoline.Ivr.Voice.Ring;
using Infoline.Ivr.Voice.Telephony;
using Infoline.Routing;
using Language = Infoline.Prompts.Language;

namespace Infoline.Ivr.Conversations;

/// <summary>Reads what a consultant works on, and puts it in the words of the desk.</summary>
internal sealed class ConversationReader(Consultants consultants, Reservations reservations, CallQueue queue, CallerStory story, NoteProtection notes)
{
    /// <summary>What the consultant works on; null for nothing.</summary>
    /// <exception cref="RoutingUnavailableException">The queue does not answer.</exception>
    public async Task<LiveConversation?> LiveAsync(ConsultantId id, CancellationToken cancel) =>
        await consultants.GetAsync(id, cancel) is { Reservation: { } work } consultant
        && await reservations.GetAsync(work, cancel) is { } reservation
        && await queue.GetAsync(reservation.Call, cancel) is { } call
            ? new LiveConversation(consultant, reservation, call, call.Interrupted is { } lost ? await reservations.GetAsync(lost, cancel) : null)
            : null;

    public async Task<Conversation?> FindAsync(ConsultantId id, CancellationToken cancel)
    {
        if (await LiveAsync(id, cancel) is not { } live || await StageAsync(live, cancel) is not { } stage)
            return null;
        var told = await story.OfAsync(live, cancel);
        return new Conversation(
            live.Reservation.Id.ToString(),
            live.Reservation.Call.Value,
            stage.Kind,
            stage.Since,
            live.Reservation.State is ReservationState.Accepted ? null : live.Reservation.Ends,
            Glance(live, told),
            told.Path,
            told.Earlier,
            told.Case,
            Offers(live, stage) | OfHelp(live) | OfRecording(live, stage, told.Recording) | Texts(stage, told),
            new ConversationState(live.Has(ConversationNotes.Muted), told.Recording, live.Reservation.Help, stage.Colleague, live.Has(ConversationNotes.ThirdParty), ListenedTo: false),
            notes.Read(live.Written(ConversationNotes.Text)),
            live.Written(ConversationNotes.Outcome),
            live.Before is { } before ? new LostTalk(before.Since, (await consultants.GetAsync(before.Consultant, cancel))?.Name ?? "") : null,
            live is { IsTalking: true, HasCaller: true, Reservation.Leg: { } leg } ? new RunningTalk(live.Reservation.Id.ToString(), live.Call.Ticket, leg, live.Reservation.Notes) : null);
    }

    private static CallerGlance Glance(LiveConversation live, Story told) => new(
        LanguageOf(live.Call.Ticket.Language) ?? Language.Polish,
        live.Call.Ticket.SecondLanguage is { } second ? LanguageOf(second) : null,
        told.Topic,
        live.Call.Ticket.ArrivedAt,
        live.Call.Ticket.ArrivedAt + live.Reservation.Waited,
        live.Call.Ticket.Band is PriorityBand.Priority,
        live.Call.IsCallback,
        told.Number);

    private static Language? LanguageOf(LanguageCode code) => Prompts.LanguageCodes.TryParse(code.Value, out var language) ? language : null;

    private async Task<Stage?> StageAsync(LiveConversation live, CancellationToken cancel)
    {
        var since = live.Reservation.Since;
        switch (live.Reservation.State)
        {
            case ReservationState.Pending:
                return new Stage(ConversationStage.Ringing, since);
            case ReservationState.Wrapping:
                return new Stage(ConversationStage.WrapUp, since);
            case ReservationState.Accepted when live.HasCaller && live.Call.Consultation is { } second && await reservations.GetAsync(second, cancel) is { } consultation:
                var colleague = await consultants.GetAsync(consultation.Consultant, cancel);
                return new Stage(ConversationStage.Consulting, consultation.Since, colleague?.Name);
            case ReservationState.Accepted:
                return live.IsOnHold ? new Stage(ConversationStage.OnHold, HoldSince(live) ?? since) : new Stage(ConversationStage.Talking, since);
            default:
                return null;
        }
    }

    private static DateTimeOffset? HoldSince(LiveConversation live) =>
        long.TryParse(live.Note(ConversationNotes.HoldSince), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private static ConversationOffers Offers(LiveConversation live, Stage stage) => stage.Kind switch
    {
        ConversationStage.Ringing => (RingCard.IsSoftphone(live.Consultant.Device) ? ConversationOffers.Answer : ConversationOffers.None) | ConversationOffers.Refuse,
        ConversationStage.WrapUp => live.HasCaller ? ConversationOffers.WrapUp | ConversationOffers.Notes : ConversationOffers.WrapUp,
        _ when !live.HasCaller => ConversationOffers.HangUp | InRoom(live, ConversationOffers.Mute),
        ConversationStage.Consulting => ConversationOffers.Consult | ConversationOffers.Notes | InRoom(live, ConversationOffers.Mute),
        ConversationStage.OnHold => Talking(live) | InRoom(live, ConversationOffers.Hold),
        _ => Talking(live) | InRoom(live, ConversationOffers.Hold | ConversationOffers.ThirdParty),
    };

    /// <summary>Only somebody who is on the line, at a number that receives text messages, can be sent a page.</summary>
    private static ConversationOffers Texts(Stage stage, Story told) =>
        stage.Kind is ConversationStage.Talking or ConversationStage.OnHold && TextNumber.Reaches(told.Number) ? ConversationOffers.SendPage : ConversationOffers.None;

    private static ConversationOffers Talking(LiveConversation live) =>
        ConversationOffers.HangUp | ConversationOffers.Notes | ConversationOffers.TransferToQueue | ConversationOffers.TransferToColleague | InRoom(live, ConversationOffers.Mute | ConversationOffers.Consult);

    private static ConversationOffers OfRecording(LiveConversation live, Stage stage, RecordingState recording) =>
        (live.HasCaller, stage.Kind) is (true, ConversationStage.Talking or ConversationStage.OnHold) && recording is RecordingState.On or RecordingState.Paused
            ? InRoom(live, ConversationOffers.Recording)
            : ConversationOffers.None;

    /// <summary>Whoever has the caller may ask for a supervisor.</summary>
    private static ConversationOffers OfHelp(LiveConversation live) => live is { IsTalking: true, HasCaller: true } ? ConversationOffers.Help : ConversationOffers.None;

    /// <summary>What needs the conference, which the network has told a moment after the first came in.</summary>
    private static ConversationOffers InRoom(LiveConversation live, ConversationOffers offers) => live.Room is null ? ConversationOffers.None : offers;

    private sealed record Stage(ConversationStage Kind, DateTimeOffset Since, string? Colleague = null);
}
