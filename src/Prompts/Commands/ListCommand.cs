using System.CommandLine;
using System.Globalization;
using Infoline.Prompts.Catalogue;
using Infoline.Prompts.Recordings;

namespace Infoline.Prompts.Commands;

/// <summary><c>list</c>: the keys of all prompts, what values they take, and who speaks them.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var folder = FolderOption.Create();
        var part = new Argument<string>("part") { Description = "Only keys that contain this.", DefaultValueFactory = _ => "" };
        var pieces = new Option<bool>("--pieces") { Description = "Also the pieces of numbers, dates and times." };
        var texts = new Option<bool>("--texts") { Description = "The texts too." };
        var command = new Command("list", "Lists the recordings and who speaks them: human, neural, demo, or nobody yet.") { part, folder, pieces, texts };
        command.SetAction(arguments => Run(
            arguments.GetValue(folder)!.FullName,
            new Wanted(arguments.GetValue(part)!, arguments.GetValue(pieces), arguments.GetValue(texts)),
            Console.Out));
        return command;
    }

    /// <summary>What of the list is wanted.</summary>
    internal sealed record Wanted(string Part, bool Pieces, bool Texts);

    /// <summary>The command itself.</summary>
    public static int Run(string folder, Wanted wanted, TextWriter output)
    {
        var (catalogue, faults) = PromptCatalogue.Read(folder);
        if (faults.Count > 0)
        {
            output.WriteLine($"{faults[0]} Run 'check' for every fault.");
            return Outcome.Faulty;
        }

        var inventory = Inventory.Of(folder, catalogue);
        foreach (var prompt in catalogue.Prompts.Values.Where(prompt => prompt.Key.ToString().Contains(wanted.Part, StringComparison.Ordinal)))
            WritePrompt(prompt, inventory, wanted.Texts, output);
        if (wanted.Pieces)
            WritePieces(inventory, wanted.Part, output);
        output.WriteLine(inventory.Summary());
        return Outcome.Good;
    }

    private static void WritePrompt(Prompt prompt, Inventory inventory, bool withTexts, TextWriter output)
    {
        var placeholders = string.Join(' ', prompt.Written(Language.Polish).Placeholders.Select(placeholder => $"{{{placeholder.Name}:{placeholder.Kind.Name()}}}").Distinct(StringComparer.Ordinal));
        var agreement = prompt.NeedsAgreement is null ? "" : "awaits the office's agreement";
        var speakers = string.Join(' ', LanguageCodes.All.Select(language => $"{language.Code()}:{inventory.Speaker(language, prompt)}"));
        output.WriteLine(string.Join("  ", new[] { $"{prompt.Key,-34}", speakers, placeholders, agreement }.Where(column => column.Length > 0)));
        if (!withTexts)
            return;
        foreach (var language in LanguageCodes.All)
            output.WriteLine($"    {language.Code()}: {prompt.Text(language)}");
    }

    private static void WritePieces(Inventory inventory, string part, TextWriter output)
    {
        foreach (var (planned, origin) in inventory.Pieces.Where(piece => piece.Planned.Key.Contains(part, StringComparison.Ordinal)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{planned.Name,-34}  {Inventory.NameOf(origin)}  {planned.Text}"));
    }
}
