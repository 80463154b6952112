using Infoline.Desk.Audit;
using Infoline.Routing;
using Infoline.Sql;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Supervision;

/// <summary>What became of an intervention.</summary>
internal enum InterventionOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The line has moved on meanwhile; nothing was changed.</summary>
    TooLate,

    /// <summary>Another supervisor was first; nothing was changed.</summary>
    Other,

    /// <summary>The queue does not answer; nothing was changed.</summary>
    QueueDown,
}

/// <summary>Carries out what a supervisor orders, and keeps it in the audit with its outcome.</summary>
internal sealed partial class Interventions(Routing.Supervision supervision, HelpRequests help, AuditTrail audit, ILogger<Interventions> log)
{
    public async Task<InterventionOutcome> DoAsync(Intervention order, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await TryAsync(order, actor, cancellationToken);
        var (action, kind, id, detail) = Describe(order);
        detail["outcome"] = outcome.ToString();
        try
        {
            await audit.WriteAsync(actor, new AuditEntry(action, kind, id, detail), cancellationToken);
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            // A stuck consultant is freed also while the database is down; the log says what the audit cannot.
            NotAudited(log, action, id, actor.Id, outcome);
        }

        return outcome;
    }

    private async Task<InterventionOutcome> TryAsync(Intervention order, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            if (order is Intervention.TakeHelp(var talk))
                return await TakeHelpAsync(talk, actor, cancellationToken);
            var done = order switch
            {
                Intervention.Force(var one, var availability) => await supervision.ForceAsync(one.Id, availability, cancellation: cancellationToken),
                Intervention.FinishWrapUp(var one) => await supervision.ForceAsync(one.Id, one.Next ?? Availability.Available, one.NextReason, cancellationToken),
                Intervention.TakeBack(var one) => await supervision.ForceAsync(one.Id, one.Next ?? Availability.Available, one.NextReason, cancellationToken),
                Intervention.MoveUp(var call) => await supervision.MoveToFrontAsync(call, cancellationToken),
                Intervention.Assign(var call, var consultant) => await supervision.AssignAsync(call, consultant, cancellationToken) is not null,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            return done ? InterventionOutcome.Done : InterventionOutcome.TooLate;
        }
        catch (RoutingUnavailableException)
        {
            return InterventionOutcome.QueueDown;
        }
    }

    private async Task<InterventionOutcome> TakeHelpAsync(TalkSnapshot talk, Actor actor, CancellationToken cancellationToken) =>
        await help.TakeAsync(talk.Reservation, actor.Id, actor.Name, cancellationToken) switch
        {
            TakeHelpResult.Taken => InterventionOutcome.Done,
            TakeHelpResult.Other => InterventionOutcome.Other,
            TakeHelpResult.Late => InterventionOutcome.TooLate,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static (string Action, string Kind, string Id, Dictionary<string, string> Detail) Describe(Intervention order) => order switch
    {
        Intervention.Force(var one, var availability) => (AuditActions.StateForced, "account", one.Id.Value, Detail(("from", one.Status.ToString()), ("to", availability.ToString()))),
        Intervention.FinishWrapUp(var one) => (AuditActions.WrapUpFinished, "account", one.Id.Value, Detail()),
        Intervention.TakeBack(var one) => (AuditActions.OfferTakenBack, "account", one.Id.Value, Detail()),
        Intervention.TakeHelp(var talk) => (AuditActions.HelpTaken, "account", talk.Consultant.Value, Detail(("conversation", talk.Reservation.ToString()))),
        Intervention.MoveUp(var call) => (AuditActions.CallMovedUp, "call", call.Value, Detail()),
        Intervention.Assign(var call, var consultant) => (AuditActions.CallAssigned, "call", call.Value, Detail(("consultant", consultant.Value))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, string> Detail(params (string Field, string Value)[] fields) => fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal);

    [LoggerMessage(EventName = "InterventionNotAudited", Level = LogLevel.Error, Message = "The audit could not be written: {Action} on {Target} by {Actor}, {Outcome}.")]
    private static partial void NotAudited(ILogger logger, string action, string target, string actor, InterventionOutcome outcome);
}
