using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Infoline.Routing.Store;

/// <summary>The one connection to the store, made when it is first needed and mended by its driver.</summary>
internal sealed class StoreConnection(IOptions<RoutingOptions> options) : IAsyncDisposable
{
    /// <summary>How long callers of the queue may be kept when the store is silent.</summary>
    private const int PatienceInMilliseconds = 1500;

    private readonly Lock _gate = new();
    private EmbeddedStore? _embedded;
    private Task<ConnectionMultiplexer>? _connection;

    public async Task<IConnectionMultiplexer> GetAsync()
    {
        Task<ConnectionMultiplexer> connection;
        lock (_gate)
        {
            // A connection that could not even be set up (a name that does not resolve) is tried anew by the next caller.
            if (_connection is null or { IsFaulted: true })
            {
                _connection = ConnectAsync();
            }

            connection = _connection;
        }

        return await connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { IsCompletedSuccessfully: true } connection)
        {
            await (await connection).DisposeAsync();
        }

        if (_embedded is { } embedded)
        {
            await embedded.DisposeAsync();
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var settings = options.Value;
        var connection = settings.Connection.Length > 0
            ? ConfigurationOptions.Parse(settings.Connection)
            : (_embedded ??= await EmbeddedStore.StartAsync(settings.DataFolder)).Connection;
        connection.ClientName = "infoline-routing";
        connection.AbortOnConnectFail = false;
        connection.BacklogPolicy = BacklogPolicy.FailFast;
        connection.ReconnectRetryPolicy = new LinearRetry(500);
        connection.ConnectTimeout = Math.Min(connection.ConnectTimeout, PatienceInMilliseconds);
        connection.AsyncTimeout = Math.Min(connection.AsyncTimeout, PatienceInMilliseconds);
        connection.SyncTimeout = Math.Min(connection.SyncTimeout, PatienceInMilliseconds);
        return await ConnectionMultiplexer.ConnectAsync(connection);
    }
}
