using System.Diagnostics;
using Infoline.Routing.Store;
using StackExchange.Redis;

namespace Infoline.Routing.Tests;

/// <summary>The store forgets its scripts, forgets everything, stops, comes back.</summary>
public sealed class StoreLossTests(Stores stores)
{
    [Theory, OnBothStores]
    public async Task A_store_that_forgot_the_scripts_gets_them_again(StoreKind store)
    {
        await using var line = await Line.OpenAsync(stores, store);
        await line.Arrives("anna", "pl5");

        await line.Store.OnStoreAsync(database => database.ExecuteAsync("SCRIPT", "FLUSH"), TestContext.Current.CancellationToken);

        await line.Asks();
        line.Rings();
    }

    [Theory, OnBothStores]
    public async Task An_emptied_store_is_filled_again_by_wait_loops_desks_and_conversations(StoreKind store)
    {
        using var folder = new TemporaryFolder();
        await using var own = await OwnStore.StartAsync(store, folder);
        await using var line = Line.Open(own.Connection);
        var anna = await line.Arrives("anna", "pl5");
        var talking = await line.Asks();
        var talk = line.Rings().Reservation;
        await line.Reservations.AcceptAsync(talk);
        var first = await line.Asks();
        line.Time.Advance(TimeSpan.FromSeconds(5));
        var second = await line.Asks();

        await own.IsEmptiedAsync();

        (await line.Consultants.BeatAsync(anna)).ShouldBeNull();
        await line.Consultants.SignInAsync(Line.Profile("anna", "pl5"), Availability.Available);
        (await line.Reservations.RestoreAsync(talk, talking, anna)).ShouldBeTrue();
        (await line.Queue.WaitAsync(second)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Queue.WaitAsync(first)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(1);
        (await line.Queue.WaitAsync(second)).ShouldBeOfType<CallState.Waiting>().Place.ShouldBe(2);
        line.RingsNobody();
        await line.Reservations.CompleteAsync(talk, Party.Caller);
        await line.Reservations.FinishWrapUpAsync(talk);
        var ring = line.Rings();
        ring.Call.ShouldBe(first.Call);
        ring.Reservation.Value.ShouldBeGreaterThan(talk.Value);
        await Audit.OfAsync(line);
    }

    [Theory, OnBothStores]
    public async Task A_store_that_stops_is_told_promptly_and_everything_goes_on_when_it_is_back(StoreKind store)
    {
        using var folder = new TemporaryFolder();
        await using var own = await OwnStore.StartAsync(store, folder);
        await using var line = Line.Open(own.Connection);
        var anna = await line.Arrives("anna", "pl5", Availability.Pause);
        var caller = await line.Asks();

        await own.StopAsync();
        var since = Stopwatch.GetTimestamp();
        await Should.ThrowAsync<RoutingUnavailableException>(line.Queue.WaitAsync(caller));
        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await own.StartAgainAsync();

        await using var back = store is StoreKind.Redis ? null : Line.Open(own.Connection, line.Store.Options.Hotline, line.Time);
        var again = back ?? line;
        await AnswersAsync(again, caller);
        (await again.Queue.WaitAsync(caller)).ShouldBeOfType<CallState.Waiting>().ArrivedAt.ShouldBe(caller.ArrivedAt);
        await again.Consultants.SetStateAsync(anna, Availability.Available);
        again.Rings().Call.ShouldBe(caller.Call);
    }

    /// <summary>Asks until the driver has found the store again.</summary>
    private static async Task AnswersAsync(Line line, Ticket caller)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                await line.Queue.WaitAsync(caller, patience.Token);
                return;
            }
            catch (RoutingUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>A store of one test, which may be stopped.</summary>
    private sealed class OwnStore : IAsyncDisposable
    {
        private readonly string _folder;
        private readonly RedisServer? _redis;
        private EmbeddedStore? _embedded;

        private OwnStore(string folder, RedisServer? redis, EmbeddedStore? embedded) => (_folder, _redis, _embedded) = (folder, redis, embedded);

        public string Connection => _redis?.Connection ?? _embedded!.Connection.ToString(includePassword: true);

        public static async Task<OwnStore> StartAsync(StoreKind kind, TemporaryFolder folder) => kind is StoreKind.Redis
            ? new OwnStore(folder.Path, await RedisServer.StartAsync(folder.Path), null)
            : new OwnStore(folder.Path, null, await EmbeddedStore.StartAsync(folder.Path));

        public async Task IsEmptiedAsync()
        {
            await using var administrator = await ConnectionMultiplexer.ConnectAsync(Connection + ",allowAdmin=true");
            await administrator.GetServers()[0].FlushAllDatabasesAsync();
        }

        public async Task StopAsync()
        {
            if (_redis is not null)
                await _redis.KillAsync();
            if (_embedded is { } embedded)
                await embedded.DisposeAsync();
            _embedded = null;
        }

        public async Task StartAgainAsync()
        {
            if (_redis is not null)
                await _redis.StartAgainAsync();
            else
                _embedded = await EmbeddedStore.StartAsync(_folder);
        }

        public async ValueTask DisposeAsync()
        {
            if (_redis is not null)
                await _redis.DisposeAsync();
            if (_embedded is { } embedded)
                await embedded.DisposeAsync();
            _embedded = null;
        }
    }
}
