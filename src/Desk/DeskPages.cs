using System.Globalization;
using System.Threading.RateLimiting;
using Infoline.Desk.Accounts;
using Infoline.Desk.Audit;
using Infoline.Desk.History;
using Infoline.Desk.Hours;
using Infoline.Desk.Knowledge;
using Infoline.Desk.Live;
using Infoline.Desk.Shell;
using Infoline.Desk.Supervision;
using Infoline.Desk.Wording;
using Infoline.Desk.Work;
using Infoline.Prompts;
using Infoline.Routing;
using Infoline.Sql;
using Infoline.Sql.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using StackExchange.Redis;

namespace Infoline.Desk;

/// <summary>The web pages of the people who work at the line, mounted by the host under <c>/desk</c>.</summary>
public static class DeskPages
{
    internal const string SignInLimit = "sign-in";

    // PBKDF2 with SHA-512, as OWASP advises for 2025.
    private const int HashRounds = 210_000;

    /// <summary>Adds the pages, the accounts and the audit.</summary>
    public static void AddDesk(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.Configuration.GetSection(DeskOptions.Section).Get<DeskOptions>() ?? new DeskOptions();
        services.AddSingleton<IValidateOptions<DeskOptions>, DeskOptionsCheck>();
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateOnStart();

        services.AddDatabase();
        services.AddSingleton(new SchemaScripts("desk", typeof(DeskPages).Assembly));
        services.AddAccounts(settings, demo: settings.DemoAccounts ?? builder.Environment.IsDevelopment(), httpsOnly: !builder.Environment.IsDevelopment());
        services.AddSingleton<AuditTrail>();
        services.AddWork();
        services.AddSupervision();
        services.AddHistory();
        services.AddHours();
        services.AddWording();
        services.AddKnowledge();
        services.AddKeys(builder.Configuration, settings);
        services.AddPages(httpsOnly: !builder.Environment.IsDevelopment());
    }

    /// <summary>Puts languages, headers, sessions and the guard against forged forms in front of the pages. Call it before any Map.</summary>
    public static void UseDesk(this IApplicationBuilder app)
    {
        app.UseMiddleware<PageHeaders>();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    /// <summary>Maps the pages and their few endpoints.</summary>
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(Policies.SignedIn);
        app.MapGet("/", () => Results.LocalRedirect("/desk")).AllowAnonymous();
        PreferenceEndpoints.Map(app);
        SessionEndpoints.Map(app);
        AuditExport.Map(app);
        BeatEndpoint.Map(app);
        HistoryExport.Map(app);
    }

    private static void AddAccounts(this IServiceCollection services, DeskOptions settings, bool demo, bool httpsOnly)
    {
        services.AddAuthentication(DeskCookies.Session).AddDeskCookies(httpsOnly).AddOpenId(settings.OpenId, httpsOnly);
        services.AddDeskPolicies();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddSingleton<Passwords>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<Guesses>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<DemoAccountCheck>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SecondFactorSetUp>();
        services.AddSingleton(new DemoSetting(demo));
        services.AddHostedService<FirstStart>();
        if (demo)
        {
            services.AddHostedService<DemoAccounts>();
        }

        services.AddScoped<CurrentUser>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider, CircuitSession>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Origin(), _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static void AddWork(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(Board)))
        {
            services.AddCallRouting();
        }

        services.AddSingleton<LineFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LineFeed>());
        services.AddSingleton<Seats>();
        services.AddSingleton<MyDayReader>();
        services.AddSingleton<QueueSignIn>();
    }

    /// <summary>Cookies of one node are good on every other and after a restart: the keys are in the store of the queue, or in files beside the embedded one.</summary>
    private static void AddKeys(this IServiceCollection services, IConfiguration configuration, DeskOptions settings)
    {
        var keys = services.AddDataProtection().SetApplicationName("infoline");
        var routing = configuration.GetSection(RoutingOptions.Section).Get<RoutingOptions>() ?? new RoutingOptions();
        if (routing.Connection.Length == 0)
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(settings.KeysFolder));
            return;
        }

        var store = new Lazy<ConnectionMultiplexer>(() =>
        {
            var connection = ConfigurationOptions.Parse(routing.Connection);
            connection.ClientName = "infoline-desk";
            connection.AbortOnConnectFail = false;
            return ConnectionMultiplexer.Connect(connection);
        });
        keys.PersistKeysToStackExchangeRedis(() => store.Value.GetDatabase(), $"{{{routing.Hotline}}}:desk-keys");
    }

    private static void AddPages(this IServiceCollection services, bool httpsOnly)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            // A reload or a short loss of the network finds the page as it was.
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            options.DisconnectedCircuitMaxRetained = 200;
        });
        services.AddMudServices(options => options.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomStart);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = httpsOnly ? "__Host-infoline-form" : "infoline-form";
            options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = LanguageCodes.All.Select(language => CultureInfo.GetCultureInfo(language.Tag())).ToList();
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = PreferenceEndpoints.LanguageCookie }];
        });
    }
}
