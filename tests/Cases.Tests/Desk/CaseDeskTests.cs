using Infoline.Cases.Audit;
using Infoline.Cases.Desk;
using Infoline.Cases.Lookup;
using Infoline.Cases.Numbers;
using Infoline.Cases.Register;
using Infoline.Cases.Stages;
using Infoline.Sql.Testing;

namespace Infoline.Cases.Tests.Desk;

public sealed class CaseDeskTests
{
    private const string Znak = "WSC-II-S.6151.97770.2026";

    [Theory]
    [OnEachDatabase("wsc-ii-s 6151 97770 2026")]
    [OnEachDatabase("97770/2026")]
    [OnEachDatabase("97770.2026")]
    [OnEachDatabase("6151977702026")]
    public async Task A_consultant_finds_a_case_however_the_number_is_written_and_sees_its_history(string text, DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        var found = (await office.Desk.SearchAsync("anna", "CA1", text, CancellationToken.None)).ShouldBeOfType<DeskSearch.Found>().Cases.ShouldHaveSingleItem();

        found.Case.Number.ShouldBe(Znak);
        found.History.ShouldBe([new StageChange(CaseStage.Submitted, new DateOnly(2026, 9, 1)), new StageChange(CaseStage.Opinions, new DateOnly(2026, 10, 1))]);
        var audit = (await office.AuditAsync()).ShouldHaveSingleItem();
        (audit.Action, audit.Actor, audit.CallId, audit.CaseNumber, audit.Outcome).ShouldBe((CaseAuditAction.DeskSearch, "anna", "CA1", Znak, "found"));
    }

    [Theory, OnEachDatabase]
    public async Task A_search_in_vain_is_in_the_audit_too(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        (await office.Desk.SearchAsync("anna", null, Znak, CancellationToken.None)).ShouldBeOfType<DeskSearch.None>();

        (await office.AuditAsync()).ShouldHaveSingleItem().Outcome.ShouldBe("none");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_number_says_what_it_is_instead(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        (await office.Desk.SearchAsync("anna", null, "1234/09", CancellationToken.None)).ShouldBe(new DeskSearch.NotANumber(new TypedCaseNumber.OldStyle()));
    }

    [Theory, OnEachDatabase]
    public async Task The_case_of_a_verified_caller_opens_and_asking_an_unverified_one_is_noted(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.HasAsync(Znak);

        var verified = (await office.KeysAsync("97770#2026", call: "CA1")).ShouldBeOfType<LookupResult.Found>().Case;
        (await office.Desk.OpenVerifiedAsync("anna", "CA1", verified.Id, CancellationToken.None)).ShouldNotBeNull().History.Count.ShouldBe(2);
        await office.Desk.NoteAskedAsync("anna", "CA2", Znak, answersFit: true, CancellationToken.None);

        (await office.AuditAsync()).Take(2).Select(row => (row.Action, row.CallId, row.Outcome)).ShouldBe([(CaseAuditAction.DeskAsked, "CA2", "fits"), (CaseAuditAction.DeskOpen, "CA1", "verified")]);
    }
}
