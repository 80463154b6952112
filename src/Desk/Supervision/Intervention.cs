using Infoline.Routing;

namespace Infoline.Desk.Supervision;

/// <summary>What a supervisor may do to the line.</summary>
public abstract record Intervention
{
    private Intervention()
    {
    }

    /// <summary>Says what a consultant is, at once: a ringing call goes to others, the queue gives up a conversation.</summary>
    /// <param name="Consultant">The consultant, as the supervisor saw them.</param>
    /// <param name="Availability">What they are to be.</param>
    public sealed record Force(Consultant Consultant, Availability Availability) : Intervention;

    /// <summary>Ends a work after a call that does not end by itself; the consultant becomes what they asked to be.</summary>
    /// <param name="Consultant">The consultant, as the supervisor saw them.</param>
    public sealed record FinishWrapUp(Consultant Consultant) : Intervention;

    /// <summary>Takes the ringing call from a consultant, who stays ready; it goes to others.</summary>
    /// <param name="Consultant">The consultant, as the supervisor saw them.</param>
    public sealed record TakeBack(Consultant Consultant) : Intervention;

    /// <summary>Looks after a consultant who has asked for help; the consultant sees who does.</summary>
    /// <param name="Talk">The conversation.</param>
    public sealed record TakeHelp(TalkSnapshot Talk) : Intervention;

    /// <summary>Moves a waiting caller before all others of the language.</summary>
    /// <param name="Call">The caller's call.</param>
    public sealed record MoveUp(CallId Call) : Intervention;

    /// <summary>Gives a waiting call to a free consultant, whatever languages and order say.</summary>
    /// <param name="Call">The caller's call.</param>
    /// <param name="Consultant">Who gets it.</param>
    public sealed record Assign(CallId Call, ConsultantId Consultant) : Intervention;
}
