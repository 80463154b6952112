using System.Xml.Linq;
using Infoline.Prompts;

namespace Infoline.Ivr.Tests;

/// <summary>What a caller hears of a document in words, from recordings and from the network's own voice alike.</summary>
internal static class Words
{
    private static readonly Lazy<PromptLibrary> Library = new(() => PromptLibrary.Load(RecordingsFolder()));

    /// <summary>One text for each verb that is heard, in order.</summary>
    public static IReadOnlyList<string> In(XElement document) =>
        [.. document.Descendants().Where(verb => verb.Name.LocalName is "Say" or "Play").Select(verb => verb.Name == "Say" ? verb.Value : OfRecording(verb.Value))];

    /// <summary>The words behind <c>/audio/pl/key.hash.wav</c>.</summary>
    private static string OfRecording(string url)
    {
        var parts = url.Split('/');
        LanguageCodes.TryParse(parts[^2], out var language).ShouldBeTrue(url);
        var key = parts[^1][..parts[^1].LastIndexOf('.', parts[^1].Length - ".wav".Length - 1)];
        return Library.Value.WordsOf(language, key).ShouldNotBeNull(url);
    }

    private static string RecordingsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "recordings", "menu.yaml")))
                return Path.Combine(folder.FullName, "recordings");
        }

        throw new DirectoryNotFoundException("These tests run inside the repository, beside its folder of recordings.");
    }
}
