using Infoline.Desk.Supervision;
using Infoline.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Desk.Tests.Supervision;

/// <summary>What the board warns of, read from a queue at work on a clock of the test.</summary>
public sealed class SignsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoline-signs-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly Signs _signs = new();
    private readonly SupervisionOptions _settings = new() { FewestCalls = 4 };
    private ServiceProvider _services = default!;
    private int _calls;

    public ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_time);
        services.AddCallRouting(options => options.DataFolder = _folder.FullName);
        _services = services.BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_long_wait_warns_alarms_and_calms_down_only_when_it_is_clearly_shorter()
    {
        var anna = await ArrivesAsync("anna", "pl", Availability.Pause);
        var first = await AsksAsync("pl");

        (await WaitAsync(0)).ShouldBe(Level.Calm);
        (await WaitAsync(59)).ShouldBe(Level.Calm);
        (await WaitAsync(1)).ShouldBe(Level.Warning);
        var second = await AsksAsync("pl");
        (await WaitAsync(120)).ShouldBe(Level.Alarm);
        (await WaitAsync(50)).ShouldBe(Level.Alarm);
        await Get<CallQueue>().LeaveAsync(first, LeaveReason.HungUp, Cancel);
        (await WaitAsync(0)).ShouldBe(Level.Alarm, "170 seconds are within the slack of 180");
        await AsksAsync("pl");
        await Get<CallQueue>().LeaveAsync(second, LeaveReason.HungUp, Cancel);
        (await WaitAsync(58)).ShouldBe(Level.Warning, "58 seconds are within the slack of 60");
        _signs.Raised.ShouldContain(sign => sign.Kind == SignKind.Pause || sign.Kind == SignKind.Wait);
        (await Get<Consultants>().GetAsync(anna, Cancel))!.Status.ShouldBe(ConsultantStatus.Pause);
    }

    [Fact]
    public async Task Callers_of_a_language_that_nobody_at_work_speaks_are_told_of_at_once()
    {
        var anna = await ArrivesAsync("anna", "uk", Availability.Pause);
        await AsksAsync("uk");
        await ReadAsync();
        _signs.LevelOf(SignKind.Unspoken, "uk").ShouldBe(Level.Calm);

        await Get<Consultants>().SignOutAsync(anna, Cancel);
        await ReadAsync();

        _signs.LevelOf(SignKind.Unspoken, "uk").ShouldBe(Level.Alarm);
        _signs.Raised[0].ShouldBe(new Sign(SignKind.Unspoken, "uk", Level.Alarm, _time.GetUtcNow()));
    }

    [Fact]
    public async Task Shares_count_from_enough_calls_on_and_those_who_still_wait_are_left_out()
    {
        await ArrivesAsync("anna", "pl", Availability.Pause);
        for (var number = 0; number < 3; number++)
        {
            var caller = await AsksAsync("pl");
            _time.Advance(TimeSpan.FromSeconds(9));
            await Get<CallQueue>().LeaveAsync(caller, LeaveReason.HungUp, Cancel);
        }

        await AsksAsync("pl");
        var board = await ReadAsync();
        var today = TodayFigures.Of(board, _settings);
        (today.Asked, today.Offered, today.Abandoned, today.AbandonedShort, today.AbandonedShare).ShouldBe((4, 3, 3, 3, 1.0));
        _signs.LevelOf(SignKind.Abandonment).ShouldBe(Level.Calm);

        await Get<CallQueue>().LeaveAsync(await AsksAsync("pl"), LeaveReason.HungUp, Cancel);
        await ReadAsync();

        _signs.LevelOf(SignKind.Abandonment).ShouldBe(Level.Alarm);
        _signs.LevelOf(SignKind.ServiceLevel).ShouldBe(Level.Alarm);
    }

    [Fact]
    public async Task A_work_after_a_call_that_does_not_end_is_told_of_and_forgotten_when_it_ends()
    {
        var anna = await ArrivesAsync("anna", "pl");
        var caller = await AsksAsync("pl");
        var reservation = (await Get<Consultants>().GetAsync(anna, Cancel))!.Reservation!.Value;
        await Get<Reservations>().AcceptAsync(reservation, Cancel);
        await Get<CallQueue>().LeaveAsync(caller, LeaveReason.Ended, Cancel);
        _time.Advance(TimeSpan.FromMinutes(5));

        await ReadAsync();
        _signs.LevelOf(SignKind.WrapUp, "anna").ShouldBe(Level.Alarm);
        await Get<Reservations>().FinishWrapUpAsync(reservation, Cancel);
        await ReadAsync();

        _signs.Raised.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_that_changes_no_level_is_not_told_as_a_change()
    {
        await ArrivesAsync("anna", "pl", Availability.Pause);
        await AsksAsync("pl");
        var board = await Get<Board>().SnapshotAsync(Cancel);
        _signs.Read(board, _settings, _time.GetUtcNow().AddSeconds(70)).ShouldBeTrue();

        _signs.Read(board, _settings, _time.GetUtcNow().AddSeconds(71)).ShouldBeFalse();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task<ConsultantId> ArrivesAsync(string name, string language, Availability availability = Availability.Available)
    {
        var id = ConsultantId.Parse(name);
        await Get<Consultants>().SignInAsync(new ConsultantProfile(id, name, [new SpokenLanguage(LanguageCode.Parse(language), 5)], $"client:{name}"), availability, null, Cancel);
        return id;
    }

    private async Task<CallId> AsksAsync(string language)
    {
        var call = CallId.Parse($"CA{_calls++}");
        (await Get<CallQueue>().JoinAsync(new Ticket(call, _time.GetUtcNow(), LanguageCode.Parse(language)), Cancel)).ShouldBeOfType<JoinResult.Joined>();
        return call;
    }

    private async Task<Level> WaitAsync(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await ReadAsync();
        return _signs.LevelOf(SignKind.Wait, "pl");
    }

    private async Task<BoardSnapshot> ReadAsync()
    {
        var board = await Get<Board>().SnapshotAsync(Cancel);
        _signs.Read(board, _settings, _time.GetUtcNow());
        return board;
    }
}
