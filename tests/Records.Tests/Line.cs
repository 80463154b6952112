using Dapper;
using Infoline.Records.Calls;
using Infoline.Records.Figures;
using Infoline.Records.History;
using Infoline.Records.Retention;
using Infoline.Records.Writing;
using Infoline.Sql.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Records.Tests;

/// <summary>The records of a line on a database of its own.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TestDatabase _test;
    private readonly IOptions<RecordsOptions> _options = Options.Create(new RecordsOptions { KeepDays = 30 });

    private Line(TestDatabase test) => _test = test;

    public FakeTimeProvider Time { get; } = new(Histories.Monday.AddDays(8));

    public RecordsWriter Writer => new(_test.Database, _options, Time);

    public CallHistory History => new(_test.Database);

    public CallStatistics Statistics => new(_test.Database);

    public RecordRetention Retention => new(_test.Database, _options, Time);

    public RecordingRegister Recordings => new(_test.Database);

    public Sql.Database Database => _test.Database;

    public static FigurePeriod Week { get; } = FigurePeriod.Days(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 12));

    public static async Task<Line> OpenAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind, RecordsServices.Schema));

    public Task<WriteResult> WriteAsync(CallRecord record) => Writer.WriteAsync(record, CancellationToken.None);

    public async Task<CallFigures> TotalAsync() => (await Statistics.CallsAsync(Week, FigureCut.Total, CancellationToken.None)).Single();

    /// <summary>Everything in the database as text, to compare two of them.</summary>
    public async Task<string> DumpAsync()
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        List<string> lines = [];
        foreach (var table in new[] { "calls", "call_figures", "consultant_figures", "menu_figures", "survey_figures", "call_recordings" })
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table}"))
            {
                var values = row.Where(each => each.Key is not "version").ToList();
                if (values.Any(each => each.Value is long and not 0) || table is "calls" or "call_recordings")
                {
                    lines.Add($"{table} {string.Join('|', values.Select(each => $"{each.Key}={each.Value}"))}");
                }
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public async Task ForgetAllAsync()
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("DELETE FROM calls; DELETE FROM call_figures; DELETE FROM consultant_figures; DELETE FROM menu_figures; DELETE FROM survey_figures; DELETE FROM call_recordings;");
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
