using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Grammar;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Tests.Recordings;

/// <summary>The recordings of this repository. What fails here is mended by: dotnet run --project src/Prompts -- render.</summary>
public sealed class CommittedRecordingsTests
{
    /// <summary>A day on which every fact held, so that these tests do not fail with time; 'check' takes today.</summary>
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly string Folder = Find();

    public static TheoryData<Language> Languages => [.. LanguageCodes.All];

    [Fact]
    public void Every_text_is_recorded_and_every_recording_passes_the_check() =>
        RecordingCheck.Run(Folder, Day).Select(finding => finding.ToString()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_is_spoken_from_recordings_without_a_gap(Language language)
    {
        var recorded = RecordingFolder.Find(Folder).Keys.Where(file => file.Language == language).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        PlaceholderKind[] kinds = [.. Enum.GetValues<PlaceholderKind>().Where(kind => kind != PlaceholderKind.Prompt)];

        var missing = kinds
            .SelectMany(kind => RecordedValues.Of(kind))
            .SelectMany(value => LanguageGrammar.Of(language).Say(value, SpokenForm.Plain))
            .Select(piece => piece.Key)
            .Where(key => !recorded.Contains(key))
            .Distinct();

        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Callers_find_at_least_thirty_recordings_of_fifteen_seconds_to_a_minute(Language language)
    {
        var recordings = RecordingFolder.Find(Folder);

        var guidance = RecordingPlan.Of(PromptCatalogue.Read(Folder).Catalogue)
            .Where(planned => planned.Language == language && planned.Prompt is not null)
            .Count(planned => recordings[(language, planned.Key)].Length.TotalSeconds is >= 15 and <= 60);

        guidance.ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public async Task Network_fetches_mu_law_of_the_same_length()
    {
        var recording = PromptLibrary.Load(Folder).Compose(Language.Ukrainian, PromptKey.Of("goodbye"))[0].Recording!;

        var fetched = WavFile.Read(await recording.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<WavReading.Readable>().File;

        fetched.Format.ShouldBe(WavFormat.Telephone);
        fetched.Length.ShouldBe(recording.Length);
    }

    [Fact]
    public void Folder_stays_under_thirty_megabytes() =>
        new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length).ShouldBeLessThan(30_000_000);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
                return Path.Combine(folder.FullName, "recordings");
        }

        throw new DirectoryNotFoundException("These tests run inside the repository, beside its folder of recordings.");
    }
}
