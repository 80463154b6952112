using System.Xml.Linq;

namespace Infoline.Ivr.Tests;

public sealed class MenuTests : IDisposable
{
    private readonly RunningHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_keys_are_explained_in_full_once_and_briefly_ever_after()
    {
        var welcome = await _host.Document("/voice/language?tries=0", "2");
        Said(welcome).ShouldContain(text => text.StartsWith("At any time: zero is a consultant"));

        var next = await _host.Document(Next(welcome), "1");

        Said(next).ShouldNotContain(text => text.StartsWith("At any time:"));
        Said(next)[^1].ShouldBe("Nine: hear again. Star: back. Zero: consultant.");
    }

    [Fact]
    public async Task Silence_gives_the_choices_again_shorter_twice_and_then_help()
    {
        var first = await _host.Document("/voice/menu/en/fees?step=5&told=1&via=main.apply", "");
        var second = await _host.Document(Next(first), "");
        var third = await _host.Document(Next(second), "");

        Said(first).Take(3).ShouldBe(["Please choose:", Said(first)[1], "one"]);
        Said(second).ShouldBe(Said(first));
        Said(third)[0].ShouldStartWith("You need not press anything. We are connecting you");
        third.Element("Redirect")!.Value.ShouldStartWith("/voice/agent/en/fees?");
    }

    [Fact]
    public async Task Wrong_keys_are_named_and_count_like_silence()
    {
        var first = await _host.Document("/voice/menu/en/fees?step=5&told=1&via=main.apply", "8");
        var second = await _host.Document(Next(first), "");
        var third = await _host.Document(Next(second), "7");

        string.Concat(Said(first).Take(3)).ShouldBe("There is no option" + "eight" + "here.");
        Said(second)[0].ShouldBe("Please choose:");
        Said(third)[0].ShouldStartWith("You need not press anything. We are connecting you");
    }

    [Fact]
    public async Task A_right_key_ends_the_counting()
    {
        var silent = await _host.Document("/voice/menu/en/fees?step=5&told=1&via=main.apply&tries=1", "");
        Next(silent).ShouldContain("tries=2");

        var chosen = await _host.Document(Next(silent), "1");

        Next(chosen).ShouldNotContain("tries");
    }

    [Fact]
    public async Task A_line_that_nobody_listens_to_is_ended_with_a_goodbye_after_two_offers_of_help()
    {
        _host.Time.Advance(TimeSpan.FromHours(8));
        var url = "/voice/menu/en/main?step=2&told=1";
        var heard = new List<string>();
        XElement document;
        do
        {
            document = await _host.Document(url, "");
            heard.AddRange(Said(document).Take(1));
            url = document.Element("Hangup") is null ? Next(document) : "";
        }
        while (url.Length > 0 && heard.Count < 20);

        heard.Count.ShouldBe(11);
        heard.Count(text => text.StartsWith("Consultants have finished work for today", StringComparison.Ordinal)).ShouldBe(2);
        Said(document).ShouldBe(["Thank you for calling. Goodbye."]);
        document.Elements().Last().Name.LocalName.ShouldBe("Hangup");
    }

    [Fact]
    public async Task Nine_at_the_main_menu_says_again_who_the_line_is_for()
    {
        var again = await _host.Document("/voice/menu/en/main?step=2&told=1", "9");

        Said(again)[0].ShouldStartWith("This line is for people from outside the European Union");
    }

    [Fact]
    public async Task After_the_news_about_consultants_nine_repeats_it_and_star_leads_back_to_the_place()
    {
        _host.Time.Advance(TimeSpan.FromHours(8));
        var closed = await Asks("/voice/menu/en/fees?step=5&told=1&via=main.apply");
        Said(closed)[0].ShouldStartWith("Consultants have finished work for today");

        Said(await Follow(await _host.Document(Next(closed), "9")))[0].ShouldBe(Said(closed)[0]);
        Next(await _host.Document(Next(closed), "*")).ShouldStartWith("/voice/menu/en/fees?");
    }

    [Theory]
    [InlineData("2026-11-24T07:15:00Z", "Consultants start today at")]
    [InlineData("2026-11-24T18:00:00Z", "Consultants have finished work for today. They are back")]
    [InlineData("2026-11-28T11:00:00Z", "Consultants do not work at the weekend. They are back on")]
    [InlineData("2026-12-24T11:00:00Z", "Today is a public holiday and consultants do not work. They are back on")]
    public async Task Zero_outside_hours_says_when_consultants_are_back(string now, string sentence)
    {
        // 07:15 UTC in November is 08:15 in Warsaw, so the first row goes an hour back.
        _host.Time.AdjustTime(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - (now.Contains("07:15") ? TimeSpan.FromHours(1) : TimeSpan.Zero));

        var document = await Asks("/voice/menu/en/main?step=2&told=1");

        Said(document)[0].ShouldStartWith(sentence);
        Next(await _host.Document(Next(document), "")).ShouldStartWith("/voice/menu/en/main?");
    }

    [Fact]
    public async Task The_network_that_got_no_answer_in_Ukrainian_leads_the_caller_to_the_Ukrainian_main_menu()
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["ErrorCode"] = "11205", ["ErrorUrl"] = _host.Address + "voice/menu/uk/fees?step=9&tries=1" };

        var document = Twiml.Read(await (await _host.Post("/voice/fallback", form)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Said(document)[0].ShouldStartWith("Вибачте, сталася помилка");
        Next(document).ShouldBe("/voice/menu/uk/main?step=2&tries=2&told=1");
    }

    [Theory]
    [InlineData("voice/incoming", "/voice/language?tries=0")]
    [InlineData("voice/language?tries=1", "/voice/language?tries=1")]
    public async Task A_failed_greeting_begins_anew(string failed, string next)
    {
        var form = new Dictionary<string, string> { ["CallSid"] = "CA1", ["ErrorUrl"] = _host.Address + failed };

        var document = Twiml.Read(await (await _host.Post("/voice/fallback", form)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Next(document).ShouldBe(next);
    }

    /// <summary>The caller presses 0 and is led on.</summary>
    private async Task<XElement> Asks(string url) => await Follow(await _host.Document(url, "0"));

    private Task<XElement> Follow(XElement document) => _host.Document(document.Element("Redirect")!.Value, "");

    private static string Next(XElement document) => document.Elements("Redirect").ShouldHaveSingleItem().Value;

    private static IReadOnlyList<string> Said(XElement document) => [.. document.Descendants("Say").Select(say => say.Value)];
}
