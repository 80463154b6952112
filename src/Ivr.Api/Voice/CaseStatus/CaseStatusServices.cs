using Infoline.Cases;
using Infoline.Routing;
using Microsoft.Extensions.Options;

namespace Infoline.Ivr.Voice.CaseStatus;

/// <summary>The parts of the case by keys, and the register behind them.</summary>
internal static class CaseStatusServices
{
    public static void AddCaseStatus(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddCases(provider => provider.GetRequiredService<SharedStore>() is var shared ? (shared.GetAsync, shared.Prefix) : default)
            .AddSingleton<CaseSeal>()
            .AddSingleton<CaseUrls>()
            .AddSingleton<CaseNote>()
            .AddSingleton<CaseCounter>()
            .AddSingleton<CaseDocuments>()
            .AddSingleton<CaseTexts>()
            .AddSingleton<CaseMessages>()
            .AddSingleton<CaseDialogue>()
            .AddSingleton<IValidateOptions<CaseTextOptions>, CaseTextOptionsCheck>()
            .AddOptions<CaseTextOptions>().BindConfiguration(CaseTextOptions.Section).ValidateOnStart();
        if (builder.Environment.IsDevelopment())
            builder.Services.AddHostedService<DemoCases>();
    }
}
