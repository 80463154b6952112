using System.Diagnostics;

namespace Infoline.Ivr.Tests.Hosting;

/// <summary>The host as a process of its own: a wrong setting stops it with a sentence for the operator.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Twilio__AuthToken=", "Twilio:AuthToken is empty")]
    [InlineData("Hotline__Number=426641797", "Hotline:Number is '426641797'")]
    [InlineData("Hotline__PublicUrl=infoline.example", "Hotline:PublicUrl is 'infoline.example'")]
    [InlineData("Hotline__KnownProxies__0=proxy.local", "Hotline:KnownProxies has 'proxy.local'")]
    [InlineData("Twilio__AccountSid=", "Twilio:AccountSid is empty")]
    [InlineData("Twilio__OtherAuthToken=b", "Twilio:OtherAuthTokenUntil is empty")]
    [InlineData("Twilio__OtherAuthToken=b Twilio__OtherAuthTokenUntil=tomorrow", "Twilio:OtherAuthTokenUntil is 'tomorrow'")]
    [InlineData("Twilio__OtherAuthTokenUntil=2026-12-01T12:00Z", "Twilio:OtherAuthTokenUntil is set without Twilio:OtherAuthToken")]
    [InlineData("Twilio__OtherAuthToken=a Twilio__OtherAuthTokenUntil=2026-12-01T12:00Z", "Twilio:OtherAuthToken is the same as Twilio:AuthToken")]
    [InlineData("Conversations__Survey=solved,friendly", "Conversations:Survey has 'friendly', which is no question of the recordings; write off, or up to 3 of clear, solved, wait.")]
    [InlineData("Conversations__Survey=solved,clear,wait,solved", "Conversations:Survey has 4 questions, which is more than 3; write for example clear, solved, wait.")]
    [InlineData("Conversations__Survey__0=solved Conversations__Survey__1=solved", "Conversations:Survey has a question twice; write each once, for example clear, solved, wait.")]
    [InlineData("Conversations__Recording=on", "Conversations:Recording is 'on', which is neither off nor the days for which a recording is kept, 1 to 365; write for example 30.")]
    [InlineData("Conversations__Recording=3650", "Conversations:Recording is '3650', which is neither off nor the days")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string settings, string sentence)
    {
        var (exitCode, errors) = await Start(settings);

        exitCode.ShouldBe(1);
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        lines.Length.ShouldBe(2, errors);
        lines[0].ShouldBe("The host did not start.");
        lines[1].ShouldStartWith(sentence);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        var (_, errors) = await Start("Hotline__Number=1 Hotline__PublicUrl=x Twilio__OtherAuthToken=b");

        errors.ShouldContain("Hotline:Number is '1'");
        errors.ShouldContain("Hotline:PublicUrl is 'x'");
        errors.ShouldContain("Twilio:OtherAuthTokenUntil is empty");
    }

    [Theory]
    [InlineData("menu.yaml", "5: contact }", "5: kontakt }", "node 'main' leads to 'kontakt', which is no node; write the name of an existing node or add this one.")]
    [InlineData("menu.yaml", "    title: title.apply", "    title: [", "")]
    [InlineData("hours.yaml", "monday: 08:00-16:00", "monday: from 8 to 16", "'from 8 to 16' are not hours of one day; write them as 08:00-16:00, or closed for an exception.")]
    [InlineData("prompts/navigation.yaml", "Do usłyszenia.", "Do usłyszenia, {name:digits}.", "")]
    public async Task A_fault_in_what_callers_hear_stops_the_start_and_is_named_with_file_and_line(string file, string text, string faulty, string sentence)
    {
        var folder = OfficeTexts.Copy();
        var path = Path.Combine(folder, file);
        var content = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        content.ShouldContain(text);
        await File.WriteAllTextAsync(path, content.Replace(text, faulty, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exitCode, errors) = await Start($"Hotline__RecordingsFolder={folder}");

        Directory.Delete(folder, recursive: true);
        exitCode.ShouldBe(1, errors);
        errors.ShouldMatch($@"^The host did not start\.\r?\n{System.Text.RegularExpressions.Regex.Escape(file)}:\d+: .+; .+");
        errors.ShouldContain(sentence);
    }

    private static async Task<(int ExitCode, string Errors)> Start(string settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Infoline.Ivr.Api.dll"), "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Twilio__AuthToken"] = "a", ["Twilio__AccountSid"] = "AC00000000000000000000000000000000", ["Hotline__PrivacyKey"] = "only-for-tests-only-for-tests-only" },
        };
        foreach (var setting in settings.Split(' '))
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];

        using var process = Process.Start(start)!;
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
