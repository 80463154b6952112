using Infoline.Cases.Stages;

namespace Infoline.Cases.Register;

/// <summary>A case as the office's system gives it, without anything about the outcome of a decision.</summary>
public sealed record CaseFile
{
    /// <summary>The row's own number in the register: the same as long as the case stands there, and telling nothing to a stranger.</summary>
    public long Id { get; init; }

    /// <summary>The number in the one way of writing.</summary>
    public required string Number { get; init; }

    /// <summary>The kind of permit, in the office's words.</summary>
    public required string Kind { get; init; }

    /// <summary>The office.</summary>
    public required string Office { get; init; }

    /// <summary>The clerk's unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Where the case stands.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Since when.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The kinds of things that are missing, when the applicant was summoned for them.</summary>
    public IReadOnlyList<MissingItem> Missing { get; init; } = [];

    /// <summary>Until when the applicant should answer.</summary>
    public DateOnly? AnswerUntil { get; init; }

    /// <summary>When the visit is.</summary>
    public DateTimeOffset? VisitAt { get; init; }

    /// <summary>Where the card is collected.</summary>
    public string? CardPlace { get; init; }

    /// <summary>From when on.</summary>
    public DateOnly? CardFrom { get; init; }

    /// <summary>Without the number: a record of this type may end up in a log.</summary>
    public override string ToString() => $"{nameof(CaseFile)} {{ {Stage} }}";
}

/// <summary>A change of stage.</summary>
/// <param name="Stage">The new stage.</param>
/// <param name="Since">The day of the change.</param>
public sealed record StageChange(CaseStage Stage, DateOnly Since);
