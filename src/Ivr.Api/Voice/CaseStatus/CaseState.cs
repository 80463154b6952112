using System.Text.Json.Serialization;
using Infoline.Cases.Numbers;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>
/// Where a caller is in asking for a case. It travels from step to step in the URL, sealed by <see cref="CaseSeal"/>, because it
/// holds what was keyed; so any node answers the next step, and no store keeps a caller's number or date of birth.
/// </summary>
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Year), "year")]
[JsonDerivedType(typeof(BirthDate), "birth-date")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(TextOffered), "text")]
[JsonDerivedType(typeof(Halted), "halted")]
internal abstract record CaseState
{
    private CaseState()
    {
    }

    /// <summary>The running number is asked for.</summary>
    /// <param name="Insists">The caller was told that the keys looked like the year alone; keyed again they are a running number.</param>
    public sealed record Number(bool Insists = false) : CaseState;

    /// <summary>The year is asked for.</summary>
    /// <param name="Running">The running number as it was keyed.</param>
    public sealed record Year(string Running) : CaseState;

    /// <summary>The date of birth is asked for.</summary>
    /// <param name="Keys">The whole number as it was keyed, <c>#</c> before the year.</param>
    public sealed record BirthDate(string Keys) : CaseState;

    /// <summary>Both are read back, and the caller says whether they are right.</summary>
    /// <param name="Keys">The whole number as it was keyed.</param>
    /// <param name="Born">The date of birth.</param>
    public sealed record Confirm(string Keys, DateOnly Born) : CaseState
    {
        /// <summary>The number; null when the keys are none, which only a wrong program can bring about.</summary>
        public TypedCaseNumber.Complete? Typed(DateOnly today) => TypedCaseNumber.Read(Keys, today, insists: true) as TypedCaseNumber.Complete;
    }

    /// <summary>The caller is verified and hears about the case.</summary>
    /// <param name="News">What is told.</param>
    /// <param name="Text">Whether the same can be had by text message.</param>
    public sealed record Told(CaseNews News, TextOffer Text) : CaseState;

    /// <summary>The caller is asked whether a text message may be sent to the number that the call comes from.</summary>
    public sealed record TextOffered(CaseNews News) : CaseState;

    /// <summary>No case can be told now; a consultant is offered.</summary>
    public sealed record Halted(HaltReason Reason) : CaseState;

    /// <summary>The name alone: whatever this holds must not end up in a log.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Whether a verified caller can have the stage by text message.</summary>
internal enum TextOffer
{
    /// <summary>It is offered.</summary>
    Possible,

    /// <summary>The number is withheld or receives none.</summary>
    Impossible,

    /// <summary>The caller has answered the offer.</summary>
    Answered,
}

/// <summary>Why no case can be told.</summary>
internal enum HaltReason
{
    /// <summary>Too many look-ups failed.</summary>
    Paused,

    /// <summary>The register does not answer.</summary>
    Unavailable,

    /// <summary>More than one case fits number and date of birth.</summary>
    Several,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseState))]
internal sealed partial class CaseStateJson : JsonSerializerContext;
