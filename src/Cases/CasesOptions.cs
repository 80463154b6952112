using Infoline.Cases.Limits;
using Infoline.Sql;
using Microsoft.Extensions.Options;

namespace Infoline.Cases;

/// <summary>The settings of the register of cases, under <c>Cases</c>.</summary>
public sealed class CasesOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Cases";

    /// <summary>
    /// Empty: the register is our own, filled by import. Else the connection to the office's database, which has the views that
    /// docs/case-register.md describes; it is only ever read.
    /// </summary>
    public string Register { get; set; } = "";

    /// <summary>A folder that is watched for files to import; empty: none is.</summary>
    public string ImportFolder { get; set; } = "";

    /// <summary>How many days a line of the audit is kept, 30 to 3650.</summary>
    public int KeepAuditDays { get; set; } = 730;

    /// <summary>
    /// The time, in milliseconds, after which every look-up by keys answers, 0 to 2000: long enough to hide whether a case was
    /// found, too short to be noticed between pressing a key and hearing a voice.
    /// </summary>
    public int AnswerMilliseconds { get; set; } = 200;

    /// <summary>How many look-ups may fail before they pause.</summary>
    public LimitOptions Limits { get; set; } = new();
}

internal sealed class CasesOptionsCheck : IValidateOptions<CasesOptions>
{
    public ValidateOptionsResult Validate(string? name, CasesOptions options)
    {
        List<string> faults = [];
        void Need(bool right, string key, object value, string what)
        {
            if (!right)
            {
                faults.Add($"{CasesOptions.Section}:{key} is {value}, which is not {what}.");
            }
        }

        if (options.Register.Length > 0 && !DatabaseLocation.TryParse(options.Register, out _, out var fault))
        {
            faults.Add($"{CasesOptions.Section}:{nameof(options.Register)} {fault}");
        }

        if (options.ImportFolder.Length > 0 && !Directory.Exists(options.ImportFolder))
        {
            faults.Add($"{CasesOptions.Section}:{nameof(options.ImportFolder)} is '{options.ImportFolder}', which is not a folder here; write for example /var/lib/infoline/cases.");
        }

        Need(options.KeepAuditDays is >= 30 and <= 3650, nameof(options.KeepAuditDays), options.KeepAuditDays, "a number of days from 30 to 3650; write for example 730");
        Need(options.AnswerMilliseconds is >= 0 and <= 2000, nameof(options.AnswerMilliseconds), options.AnswerMilliseconds, "a number of milliseconds from 0 to 2000; write for example 200");
        foreach (var (key, value) in options.Limits.All)
        {
            Need(value is >= 1 and <= 100_000, $"{nameof(options.Limits)}:{key}", value, "a number of failures from 1 to 100000; write for example 10");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
