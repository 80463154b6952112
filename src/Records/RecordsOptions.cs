using Microsoft.Extensions.Options;

namespace Infoline.Records;

/// <summary>The settings of call records, under <c>Records</c>.</summary>
public sealed class RecordsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Records";

    /// <summary>How many days after its arrival a call is deleted, 1 to 3650. The sums by quarter hour and day stay; they hold nothing of a person.</summary>
    public int KeepDays { get; set; } = 365;
}

internal sealed class RecordsOptionsCheck : IValidateOptions<RecordsOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordsOptions options) => options.KeepDays is >= 1 and <= 3650
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{RecordsOptions.Section}:{nameof(options.KeepDays)} is {options.KeepDays}, which is not a number of days from 1 to 3650; write for example 365.");
}
