using Infoline.Routing;
using Infoline.Sql;

namespace Infoline.Ivr.Voice.Callback;

/// <summary>
/// Brings kept wishes into the queue as soon as it answers, the oldest first, and deletes them. A wish that was brought in and not deleted
/// is the same entry when it is brought in again, on this node or another, and changes nothing.
/// </summary>
internal sealed partial class KeptCallbackReturn(KeptCallbacks kept, Callbacks callbacks, TimeProvider time, ILogger<KeptCallbackReturn> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await BringAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception outage) when (outage is RoutingUnavailableException || Database.IsOutage(outage))
            {
                // What is down says so elsewhere; the wishes rest where they are.
            }
            catch (Exception fault)
            {
                ReturnFailed(logger, fault);
            }
        }
    }

    private async Task BringAsync(CancellationToken cancel)
    {
        foreach (var wish in await kept.OldestAsync(cancel))
        {
            if (wish.Number is { } number)
            {
                await callbacks.RequestAsync(wish.Ticket, number, wish.Window, cancel);
                Returned(logger, wish.Ticket.Call.Value);
            }
            else
            {
                TooOld(logger, wish.Ticket.Call.Value);
            }

            await kept.RemoveAsync(wish, cancel);
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventName = "KeptCallbackReturned", Level = LogLevel.Information, Message = "The callback {Entry}, taken while the queue was down, is in the queue")]
    private static partial void Returned(ILogger logger, string entry);

    [LoggerMessage(EventName = "KeptCallbackTooOld", Level = LogLevel.Error, Message = "The callback {Entry} was kept too long, or with another Hotline:PrivacyKey, and is deleted; its caller is not called")]
    private static partial void TooOld(ILogger logger, string entry);

    [LoggerMessage(EventName = "KeptCallbackReturnFailed", Level = LogLevel.Error, Message = "Kept callbacks could not be brought into the queue; this is tried again")]
    private static partial void ReturnFailed(ILogger logger, Exception fault);
}
