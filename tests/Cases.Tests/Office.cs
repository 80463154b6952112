using Dapper;
using Infoline.Cases.Alarms;
using Infoline.Cases.Audit;
using Infoline.Cases.Desk;
using Infoline.Cases.Limits;
using Infoline.Cases.Lookup;
using Infoline.Cases.Numbers;
using Infoline.Cases.Register;
using Infoline.Cases.Stages;
using Infoline.Sql;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Cases.Tests;

/// <summary>An office with its register on a database of its own, and what stands around look-ups.</summary>
internal sealed class Office : IAsyncDisposable
{
    public static readonly DateOnly Born = new(1990, 3, 5);

    private readonly TestDatabase _test;
    private int _calls;

    private Office(TestDatabase test, CasesOptions settings, ILookupLimiter? limiter)
    {
        _test = test;
        Settings = settings;
        var options = Options.Create(settings);
        var register = new CaseRegister(new RegisterDatabase(test.Database, isOffice: false));
        Audit = new CaseAudit(test.Database, options, Time);
        Alarms = new LookupAlarms(test.Database, Time, NullLogger<LookupAlarms>.Instance);
        var guard = new LookupGuard(limiter ?? new MemoryLookupLimiter(settings.Limits, Time), new LookupSecret(test.Database), Alarms);
        Lookup = new CaseLookup(register, guard, Audit, new AnswerTime(options), NullLogger<CaseLookup>.Instance);
        Desk = new CaseDesk(register, Audit, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public CasesOptions Settings { get; }

    public CaseLookup Lookup { get; }

    public CaseAudit Audit { get; }

    public LookupAlarms Alarms { get; }

    public CaseDesk Desk { get; }

    public Database Database => _test.Database;

    /// <summary>Limits of one node are half of these, so tests write twice what they mean.</summary>
    public static async Task<Office> OpenAsync(DatabaseKind kind, CasesOptions? settings = null, ILookupLimiter? limiter = null) =>
        new(await TestDatabase.CreateAsync(kind, CasesServices.Schema), settings ?? new CasesOptions { AnswerMilliseconds = 0 }, limiter);

    public async Task HasAsync(string number, DateOnly? born = null, CaseStage stage = CaseStage.Opinions)
    {
        CaseNumber.TryParse(number, out var parsed, out _).ShouldBeTrue();
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("""
            INSERT INTO cases (number, running_number, year, kind, office, unit, stage, stage_since, birth_date, missing, answer_until, visit_at, card_place, card_from, fingerprint, imported_at)
            VALUES (@Text, @Running, @Year, 'temporary residence', 'Łódź', 'WSC-II', @stage, @since, @born, 'passport,photograph', @until, @visit, 'room 1', @since, 1, @visit)
            """, new { parsed.Text, parsed.Running, parsed.Year, stage = stage.Name(), since = new DateOnly(2026, 10, 1), born = born ?? Born, until = new DateOnly(2026, 12, 1), visit = Time.GetUtcNow() });
        await connection.ExecuteAsync("INSERT INTO case_stages (case_id, since, stage) SELECT id, @since, 'submitted' FROM cases WHERE number = @Text", new { parsed.Text, since = new DateOnly(2026, 9, 1) });
        await connection.ExecuteAsync("INSERT INTO case_stages (case_id, since, stage) SELECT id, stage_since, stage FROM cases WHERE number = @Text", new { parsed.Text });
    }

    /// <summary>A caller keys number and date of birth; each in a call of its own unless one is named.</summary>
    public Task<LookupResult> KeysAsync(string keys, DateOnly? born = null, string? caller = "caller-1", string? call = null) =>
        Lookup.FindAsync(new LookupRequest(call ?? $"CA{Interlocked.Increment(ref _calls)}", caller, Number(keys), born ?? Born), CancellationToken.None);

    public Task<IReadOnlyList<CaseAuditRow>> AuditAsync() =>
        Audit.ListAsync(new CaseAuditFilter(DateTimeOffset.UnixEpoch, Time.GetUtcNow().AddDays(1)), CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private TypedCaseNumber.Complete Number(string keys) => TypedCaseNumber.Read(keys, OfficeDay.Of(Time.GetUtcNow())).ShouldBeOfType<TypedCaseNumber.Complete>();
}
