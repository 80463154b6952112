using System.Globalization;
using System.Resources;
using Infoline.Cases.Stages;
using Infoline.Prompts;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>The text message about a stage: what it means and what to do, in short, and the page that says more. It has no place for a case number.</summary>
internal sealed class CaseTexts(IOptions<CaseTextOptions> options)
{
    private const string Message = "message";
    private static readonly ResourceManager Words = new(typeof(CaseTexts));

    /// <summary>The text in the caller's language.</summary>
    public string Of(Language language, CaseStage stage)
    {
        var culture = CultureInfo.GetCultureInfo(language.Code());
        return string.Format(culture, Word(Message, culture), Word(stage.Name(), culture), PageOf(stage));
    }

    /// <summary>What a stage means and what comes next, in short.</summary>
    public static string StageIn(Language language, CaseStage stage) => Word(stage.Name(), CultureInfo.GetCultureInfo(language.Code()));

    /// <summary>Where the caller does the next step: in the portal while the application is there, else at the office.</summary>
    private string PageOf(CaseStage stage) => stage switch
    {
        CaseStage.Submitted or CaseStage.FormalCheck or CaseStage.FormalDefects or CaseStage.FormallyComplete or CaseStage.Returned or CaseStage.LeftUnexamined => options.Value.PortalPage,
        _ => options.Value.OfficePage,
    };

    private static string Word(string name, CultureInfo culture) =>
        Words.GetString(name, culture) ?? throw new InvalidOperationException($"The text messages have no words for '{name}'.");
}

/// <summary>The pages that text messages name, under <c>CaseTexts</c>.</summary>
internal sealed class CaseTextOptions
{
    public const string Section = "CaseTexts";

    /// <summary>The office's own page: letters, visits, the card, contact.</summary>
    public string OfficePage { get; set; } = "https://wsoic.lodzkie.eu/kontakt/";

    /// <summary>The portal in which applications are made and completed.</summary>
    public string PortalPage { get; set; } = "https://mos.cudzoziemcy.gov.pl";
}

internal sealed class CaseTextOptionsCheck : IValidateOptions<CaseTextOptions>
{
    public ValidateOptionsResult Validate(string? name, CaseTextOptions options)
    {
        var faults = new[] { (nameof(options.OfficePage), options.OfficePage), (nameof(options.PortalPage), options.PortalPage) }
            .Where(page => !Uri.TryCreate(page.Item2, UriKind.Absolute, out var address) || address.Scheme is not "https")
            .Select(page => $"{CaseTextOptions.Section}:{page.Item1} is '{page.Item2}', which is not the https address of a page; write for example https://www.gov.pl/web/uw-lodzki.")
            .ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
