using Infoline.Prompts;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A newcomer hears the stage of a demo case, as the README says.</summary>
public sealed class DemoCaseTests(Chromium chromium, PhoneTests.Line line) : IClassFixture<PhoneTests.Line>
{
    [Fact]
    public async Task The_page_lists_demo_cases_and_the_first_is_told_by_the_keys_of_the_README()
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, line.Host.Address);
        await phone.Page.ClickAsync("#hints summary");
        await Assertions.Expect(phone.Page.Locator("#hints-list li").First).ToContainTextAsync("05031990");
        await Assertions.Expect(phone.Page.Locator("#hints-list li")).ToHaveCountAsync(20);
        await phone.Page.ClickAsync("#call");
        await phone.IsAsync("Connected");

        await KeysAsync(phone, "26", "case.intro", line);
        await KeysAsync(phone, "101#", "case.year.ask", line);
        await KeysAsync(phone, "2026", "case.birth.ask", line);
        foreach (var key in "05031990")
            await phone.PressesAsync(key.ToString());
        await Assertions.Expect(phone.Page.Locator("#captions")).ToContainTextAsync("Date of birth");
        await KeysAsync(phone, "1", "case.stage.submitted", line);
        await phone.PressesAsync("5");
        await Assertions.Expect(phone.Page.Locator("#captions")).ToContainTextAsync("It will not hold your case number");
        await KeysAsync(phone, "1", "case.sms.sent", line);
        await Assertions.Expect(phone.Page.Locator("#captions")).ToContainTextAsync("Hotline for foreigners, stage of the case. Application registered.");

        phone.Complaints.ShouldBeEmpty();
    }

    private static async Task KeysAsync(PhoneInWindow phone, string keys, string prompt, PhoneTests.Line line)
    {
        foreach (var key in keys)
            await phone.PressesAsync(key.ToString());
        await phone.HearsAsync(line.Words(Language.English, prompt), "en-GB");
    }
}
