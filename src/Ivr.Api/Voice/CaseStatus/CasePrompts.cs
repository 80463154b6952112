using Infoline.Cases.Numbers;
using Infoline.Cases.Stages;
using Infoline.Prompts;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>The prompts of a case by keys.</summary>
internal static class CasePrompts
{
    public static readonly PromptKey AskNumber = PromptKey.Of("case.number.ask");
    public static readonly PromptKey AskYear = PromptKey.Of("case.year.ask");
    public static readonly PromptKey AskBirthDate = PromptKey.Of("case.birth.ask");
    public static readonly PromptKey NumberReadBack = PromptKey.Of("case.number.read-back");
    public static readonly PromptKey BirthDateReadBack = PromptKey.Of("case.birth.read-back");
    public static readonly PromptKey Confirm = PromptKey.Of("case.confirm");

    public static readonly PromptKey WhereIsTheNumber = PromptKey.Of("case.number.where");
    public static readonly PromptKey TooShort = PromptKey.Of("case.number.too-short");
    public static readonly PromptKey TooLong = PromptKey.Of("case.number.too-long");
    public static readonly PromptKey YearAlone = PromptKey.Of("case.number.year-alone");
    public static readonly PromptKey OldStyle = PromptKey.Of("case.number.old-style");
    public static readonly PromptKey Receipt = PromptKey.Of("case.number.receipt");
    public static readonly PromptKey WrongYear = PromptKey.Of("case.year.wrong");
    public static readonly PromptKey WrongBirthDate = PromptKey.Of("case.birth.wrong");

    public static readonly PromptKey NoMatch = PromptKey.Of("case.no-match");
    public static readonly PromptKey Paused = PromptKey.Of("case.paused");
    public static readonly PromptKey Unavailable = PromptKey.Of("case.unavailable");
    public static readonly PromptKey Several = PromptKey.Of("case.several");

    public static readonly PromptKey Since = PromptKey.Of("case.stage.since");
    public static readonly PromptKey AnswerUntil = PromptKey.Of("case.answer.until");
    public static readonly PromptKey AnswerUntilPassed = PromptKey.Of("case.answer.until-passed");
    public static readonly PromptKey Visit = PromptKey.Of("case.visit.set");
    public static readonly PromptKey CardFrom = PromptKey.Of("case.card.from");
    public static readonly PromptKey CardPlace = PromptKey.Of("case.card.place");
    public static readonly PromptKey Boundary = PromptKey.Of("case.boundary");
    public static readonly PromptKey Another = PromptKey.Of("case.another");

    public static readonly PromptKey TextOffer = PromptKey.Of("case.sms.offer");
    public static readonly PromptKey TextConsent = PromptKey.Of("case.sms.consent");
    public static readonly PromptKey TextSent = PromptKey.Of("case.sms.sent");
    public static readonly PromptKey TextDeclined = PromptKey.Of("case.sms.declined");
    public static readonly PromptKey TextImpossible = PromptKey.Of("case.sms.impossible");
    public static readonly PromptKey TextFailed = PromptKey.Of("case.sms.failed");

    private static readonly PromptKey[] Stages = [.. CaseStages.All.Select(stage => PromptKey.Of(stage.PromptKey()))];
    private static readonly PromptKey[] MissingKinds = [.. MissingItems.All.Select(item => PromptKey.Of(item.PromptKey()))];

    /// <summary>What a stage means, what comes next and what to do.</summary>
    public static PromptKey Stage(CaseStage stage) => Stages[(int)stage];

    /// <summary>That a kind of thing is missing.</summary>
    public static PromptKey Missing(MissingItem item) => MissingKinds[(int)item];

    /// <summary>What helps a caller whose keys are no number of a case; null where they are one, or the beginning of one.</summary>
    public static PromptKey? HelpWith(TypedCaseNumber typed) => typed switch
    {
        TypedCaseNumber.Nothing => WhereIsTheNumber,
        TypedCaseNumber.TooShort => TooShort,
        TypedCaseNumber.TooLong => TooLong,
        TypedCaseNumber.YearAlone => YearAlone,
        TypedCaseNumber.OldStyle => OldStyle,
        TypedCaseNumber.Receipt => Receipt,
        TypedCaseNumber.WrongYear => WrongYear,
        TypedCaseNumber.Complete or TypedCaseNumber.NeedsYear => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
