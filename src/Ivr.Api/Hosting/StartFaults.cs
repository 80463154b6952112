using Infoline.Prompts;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Hosting;

/// <summary>What stops the start and is for the operator to mend, one sentence each; everything else is a fault of the program.</summary>
internal static class StartFaults
{
    /// <summary>The sentences, or null when the operator can do nothing about it.</summary>
    public static IReadOnlyList<string>? Of(Exception fault) => fault switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            [.. several.InnerExceptions.SelectMany(one => ((OptionsValidationException)one).Failures)],
        ContentException content => [content.Message],
        _ => null,
    };
}
