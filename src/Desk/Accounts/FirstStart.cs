using Infoline.Sql;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infoline.Desk.Accounts;

/// <summary>Writes a one-time link into the log when nobody can manage the accounts; whoever can read the log becomes the first administrator.</summary>
internal sealed partial class FirstStart(IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<FirstStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            if (!await services.GetRequiredService<AccountStore>().HasAdministratorAsync(stoppingToken))
            {
                var token = await services.GetRequiredService<OneTimeLinks>().NewFirstAdministratorAsync(stoppingToken);
                FirstAdministrator(log, $"{Address()}/desk/first-administrator?token={token}");
            }
        }
        catch (Exception outage) when (Database.IsOutage(outage))
        {
            NotNow(log, outage.GetType().Name);
        }
    }

    private string Address()
    {
        var setting = services.GetRequiredService<IConfiguration>()["Hotline:PublicUrl"];
        var own = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (string.IsNullOrEmpty(setting) ? own ?? "" : setting).TrimEnd('/');
    }

    [LoggerMessage(EventName = "FirstAdministratorLink", Level = LogLevel.Warning, Message = "There is no administrator yet. This link makes the first one; it works once, for 24 hours: {Link}")]
    private static partial void FirstAdministrator(ILogger logger, string link);

    [LoggerMessage(EventName = "FirstAdministratorUnknown", Level = LogLevel.Warning, Message = "Whether there is an administrator could not be seen, because the database is down ({Kind}); start again when it is up if nobody can sign in.")]
    private static partial void NotNow(ILogger logger, string kind);
}
