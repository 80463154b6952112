using System.Text;
using CsCheck;
using Infoline.Cases.Import;
using Infoline.Sql.Testing;

namespace Infoline.Cases.Tests.Import;

public sealed class CaseImporterTests
{
    [Theory, OnEachDatabase]
    public async Task A_file_comes_into_the_register_and_again_changes_nothing(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        string[] rows = [Importing.Row(1), Importing.Row(2), Importing.Row(3)];

        (await office.ImportLinesAsync(rows)).ShouldBeOfType<ImportResult.Imported>().New.ShouldBe(3);
        var again = (await office.ImportLinesAsync(rows)).ShouldBeOfType<ImportResult.Imported>();

        (again.New, again.Changed, again.Unchanged, again.Rejected, again.ReadAs).ShouldBe((0, 0, 3, 0, "UTF-8"));
        (await office.ListAsync("SELECT stage FROM case_stages")).Count.ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task A_new_stage_changes_the_case_and_adds_to_its_history(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        await office.ImportLinesAsync(Importing.Row(1), Importing.Row(2));
        office.Time.Advance(TimeSpan.FromDays(1));

        var second = (await office.ImportLinesAsync(Importing.Row(1, "Projekt rozstrzygnięcia", "05.11.2026"), Importing.Row(2))).ShouldBeOfType<ImportResult.Imported>();

        (second.New, second.Changed, second.Unchanged).ShouldBe((0, 1, 1));
        (await office.ListAsync("SELECT stage FROM case_register_history WHERE number LIKE '%.1.2026' ORDER BY since")).ShouldBe(["opinions", "draft-decision"]);
        (await office.ListAsync("SELECT stage FROM case_register ORDER BY number")).ShouldBe(["draft-decision", "opinions"]);
    }

    [Theory, OnEachDatabase]
    public async Task Earlier_stages_come_with_the_column_of_history(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        await office.ImportAsync("znak sprawy,rodzaj,etap,data etapu,data urodzenia,history\nWSC.6151.1.2026,pobyt czasowy,wezwanie,2026-10-01,1990-03-05,submitted:2026-07-01;formal-check:2026-08-01\n");

        (await office.ListAsync("SELECT stage FROM case_register_history ORDER BY since")).ShouldBe(["submitted", "formal-check", "summons"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_faulty_row_is_rejected_with_its_line_and_reason_and_the_others_come_in(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        var result = await office.ImportLinesAsync(
            Importing.Row(1), Importing.Row(2, since: "2026-11-25"), Importing.Row(3, born: "2027-01-01"), Importing.Row(4, stage: "granted"), Importing.Row(5, since: "31.02.2026"),
            "SO.II-6151/1234/09;x;opinions;2026-10-01;1990-03-05;u", Importing.Row(6), Importing.Row(7), Importing.Row(8), Importing.Row(9), Importing.Row(10), Importing.Row(11));

        result.ShouldBeOfType<ImportResult.Imported>().Rejected.ShouldBe(5);
        office.Rejected.Select(row => row.Line).ShouldBe([3, 4, 5, 6, 7]);
        office.Rejected[0].Reason.ShouldBe("stage_since lies in the future; a stage is imported when it has begun");
        office.Rejected[1].Reason.ShouldBe("birth_date lies in the future");
        office.Rejected[2].Reason.ShouldBe("'granted' is no stage; write its name or its Polish name as in docs/cases-import.md");
        office.Rejected[3].Reason.ShouldBe("stage_since is not a day; write for example 2026-03-05 or 05.03.2026");
        office.Rejected[4].Reason.ShouldContain("does not end with a running number and a year of four digits");
        (await office.NumbersAsync()).Count.ShouldBe(7);
    }

    [Theory, OnEachDatabase]
    public async Task A_repeated_number_is_rejected_however_it_is_written_and_the_first_row_is_taken(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        var result = await office.ImportLinesAsync(Importing.Row(1, "opinions"), Importing.Row(2), "wsc ii s/6151/001/2026;x;evidence;2026-10-02;1990-03-05;u", Importing.Row(1, "summons"));

        result.ShouldBeOfType<ImportResult.Imported>().New.ShouldBe(2);
        office.Rejected.ShouldBe([new RejectedRow(4, "the number stands already on line 2; that row was taken"), new RejectedRow(5, "the number stands already on line 2; that row was taken")]);
        (await office.ListAsync("SELECT stage FROM cases ORDER BY number")).ShouldBe(["opinions", "opinions"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_is_cut_off_anywhere_in_its_last_row_is_refused_whole_or_loses_no_more_than_that_row(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var whole = string.Join('\n', Importing.Header, Importing.Row(1), Importing.Row(2), "WSC-II-S.6151.3.2026;temporary residence;opinions;2026-10-01;1990-03-05;WSC\n");
        var lastRow = whole.LastIndexOf("WSC-II-S", StringComparison.Ordinal);

        // Up to the last separator the row is not whole; behind it only the last field could be shorter than it was.
        for (var length = lastRow + 1; length <= whole.LastIndexOf(';'); length += 3)
        {
            (await office.ImportAsync(whole[..length])).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldStartWith("The file is cut off: line 4, its last, is not whole");
            (await office.NumbersAsync()).ShouldBeEmpty();
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_says_how_many_rows_it_has_is_refused_when_rows_are_missing(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        (await office.ImportLinesAsync(Importing.Row(1), "#end;2")).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldStartWith("The last line promises 2 rows and the file has 1");
        (await office.ImportLinesAsync(Importing.Row(1), Importing.Row(2), "#end;2")).ShouldBeOfType<ImportResult.Imported>().New.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Windows_1250_is_read_with_its_Polish_letters_and_the_report_says_so(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

        var result = await office.ImportAsync($"{Importing.Header}\n{Importing.Row(1, "Wezwanie do uzupełnienia opłaty", unit: "Oddział Łódź, pokój świąteczny źrebię")}\n", encoding);

        result.ShouldBeOfType<ImportResult.Imported>().ReadAs.ShouldBe("Windows-1250");
        (await office.ListAsync("SELECT stage || '|' || unit FROM cases")).ShouldBe(["fee-missing|Oddział Łódź, pokój świąteczny źrebię"]);
    }

    [Theory, OnEachDatabase]
    public async Task Another_encoding_is_refused_rather_than_read_with_wrong_letters(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        (await office.ImportAsync($"{Importing.Header}\n{Importing.Row(1, unit: "Dział świąteczny źrebię ąśź")}\n", CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!))
            .ShouldBeOfType<ImportResult.Refused>().Reason.ShouldContain("save the file as UTF-8");
    }

    [Theory]
    [OnEachDatabase("", "The file is empty.")]
    [OnEachDatabase("number;kind;stage;stage_since;birth_date\n", "The file has no row but its first.")]
    [OnEachDatabase("number;kind\n1;2\n", "The first row does not name the columns stage, stage_since, birth_date")]
    [OnEachDatabase("number;kind;stage;stage_since;birth_date;Etap\n1;2;3;4;5;6\n", "The first row names the column 'stage' twice")]
    [OnEachDatabase("number;kind;stage;stage_since;birth_date\na;b;c;d;e\n", "1 of 1 rows are faulty")]
    public async Task A_file_that_is_not_meant_is_refused_with_what_is_wrong(string text, string expected, DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        (await office.ImportAsync(text)).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldStartWith(expected);

        (await office.NumbersAsync()).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_quotation_that_never_closes_is_refused_in_bounded_memory(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        (await office.ImportAsync($"{Importing.Header}\n{Importing.Row(1)}\n\"{string.Join('\n', Enumerable.Range(2, 500).Select(number => Importing.Row(number)))}\n"))
            .ShouldBeOfType<ImportResult.Refused>().Reason.ShouldContain("a quotation is opened and not closed");
    }

    [Theory, OnEachDatabase]
    public async Task Columns_that_the_register_does_not_need_are_named_and_left(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);

        (await office.ImportAsync($"{Importing.Header};nazwisko\n{Importing.Row(1)};x\n")).ShouldBeOfType<ImportResult.Imported>().UnusedColumns.ShouldBe(["nazwisko"]);
    }

    [Theory, OnEachDatabase]
    public async Task An_import_that_is_stopped_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var path = Path.Combine(office.Folder, "many.csv");
        File.WriteAllLines(path, Enumerable.Range(1, 5_000).Select(number => Importing.Row(number)).Prepend(Importing.Header));
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => office.Importer.ImportAsync(path, _ => { }, new StopAtOnce(stop), stop.Token));

        (await office.NumbersAsync()).ShouldBeEmpty();
        (await office.ImportLinesAsync(Importing.Row(1))).ShouldBeOfType<ImportResult.Imported>().New.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Two_imports_at_once_follow_each_other(DatabaseKind kind)
    {
        await using var office = await Importing.OpenAsync(kind);
        var path = Path.Combine(office.Folder, "many.csv");
        File.WriteAllLines(path, Enumerable.Range(1, 500).Select(number => Importing.Row(number)).Prepend(Importing.Header));

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Importer.ImportAsync(path, _ => { }, progress: null, CancellationToken.None))));

        results.Cast<ImportResult.Imported>().Select(result => result.New).Order().ShouldBe([0, 0, 500]);
    }

    [Fact]
    public void Any_row_is_a_case_or_has_a_reason()
    {
        var columns = ImportColumns.Of(Importing.Header.Split(';'));

        Gen.Select(Gen.String.Array[0, 8], Gen.Int[0, 7], Gen.Int[0, 7]).Sample((fields, _, _) =>
        {
            var (imported, fault) = ImportedCase.Read(columns, fields, new DateOnly(2026, 11, 24));
            return imported is null ? fault is { Length: > 0 } : fault is null;
        });
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
