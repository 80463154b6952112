namespace Infoline.Ivr.Voice.Survey;

/// <summary>Where a caller is in the survey. It rides in the URL of the next step.</summary>
/// <param name="At">The place to which the caller comes back.</param>
/// <param name="Question">The question that is asked.</param>
/// <param name="Again">Whether it is asked for the second time, because the first answer was none.</param>
internal sealed record SurveyPlace(CallPlace At, string Question, bool Again = false)
{
    /// <summary>Total: a question that is not asked here leads to the end of the survey.</summary>
    public static SurveyPlace Read(CallPlace at, IQueryCollection query) => new(at, query["question"].ToString(), query.ContainsKey("again"));

    /// <summary>The relative URL to which the answer is sent.</summary>
    public Uri Url => new($"{At.Url(SurveyEndpoints.AnswerStep)}&question={Question}{(Again ? "&again=1" : "")}", UriKind.Relative);
}
