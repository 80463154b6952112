using Infoline.EndToEnd.Tests.Lines;
using Infoline.PhoneNetwork;
using Infoline.Prompts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd.Tests;

public sealed class FaultsOnTheWayTests(RecordedContent content) : IClassFixture<RecordedContent>
{
    private readonly MenuData _data = new(content.Folder);

    [Fact]
    public async Task A_webhook_told_twice_gets_the_same_document_byte_for_byte_and_counts_once()
    {
        var wire = new Wire { Doubles = true };
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Wire = wire });
        var caller = line.Dials();
        await WalksAWay(caller);
        caller.HangsUp();
        await caller.IsHungUp();

        var ended = await line.EndsLogged(1);
        wire.Told.Count.ShouldBeGreaterThan(8);
        wire.Told.ShouldAllBe(told => told.First.SequenceEqual(told.Again));
        ended.ShouldHaveSingleItem().ShouldContain("in en: apply > wrong-key > fees > silence > repeat > apply > consultant > main; ended at main");
    }

    [Fact]
    public async Task A_webhook_that_comes_again_too_late_changes_neither_what_the_caller_hears_nor_the_record()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Wire = new Wire { Reorders = true } });
        var caller = line.Dials();
        await WalksAWay(caller);
        caller.HangsUp();
        await caller.IsHungUp();

        (await line.EndsLogged(1)).ShouldHaveSingleItem().ShouldContain("in en: apply > wrong-key > fees > silence > repeat > apply > consultant > main; ended at main");
        line.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_that_the_vendor_did_not_sign_are_refused_one_line_each_and_tell_nothing_of_the_caller()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, NetworkToken = "another secret" });
        var caller = line.Dials();

        (await caller.Hears(heard => heard is Said, "the network's apology")).ShouldBeOfType<Said>().Text.ShouldContain("application error");
        await caller.IsHungUp();

        line.Network.Faults.ShouldContain(fault => fault.Code == 11200);
        var refused = line.Log.Named("WebhookRefused");
        refused.Take(2).ShouldBe([Refused("incoming"), Refused("fallback")]);
        refused.ShouldNotContain(text => text.Contains("600100200"));
    }

    [Fact]
    public async Task A_step_slower_than_the_network_waits_brings_the_caller_back_to_the_main_menu_in_their_language()
    {
        var wire = new Wire();
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Wire = wire });
        var caller = line.Dials();
        caller.Presses("31");
        await caller.HearsSooner(_data.Node(Language.Ukrainian, _data.Menu.Find("apply")!)[^1]);
        wire.IsSlow = url => url.AbsolutePath == "/voice/menu/uk/apply";
        caller.Presses('3');

        await caller.HearsExactly(_data.Prompt(Language.Ukrainian, "error.sorry"));
        caller.Presses('2');
        await caller.HearsExactly(_data.Node(Language.Ukrainian, _data.Menu.Find("after")!));

        line.Network.Faults.ShouldHaveSingleItem().Code.ShouldBe(11205);
    }

    [Fact]
    public async Task A_greeting_that_did_not_come_in_time_is_heard_from_the_fallback()
    {
        await using var line = await Line.OpensAsync(new LineSetup { Content = content, Wire = new Wire { IsSlow = url => url.AbsolutePath == "/voice/incoming" } });
        var caller = line.Dials();

        await caller.HearsExactly(_data.Greeting);
        caller.Presses('1');
        await caller.HearsExactly(_data.Welcome(Language.Polish));
    }

    [Fact]
    public async Task When_no_node_answers_the_document_hosted_elsewhere_says_so_in_three_languages()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var elsewhere = builder.Build();
        elsewhere.Map("/fallback.xml", () => Results.File(Path.Combine(RecordedContent.Office, "fallback.xml"), "application/xml"));
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        var options = new PhoneNetworkOptions
        {
            // Port 9 is "discard"; nobody listens there.
            VoiceUrl = () => new Uri("http://127.0.0.1:9/voice/incoming"),
            FallbackUrl = () => new Uri(new Uri(elsewhere.Urls.First()), "fallback.xml"),
        };
        await using var network = new TelephoneNetwork(options);

        var caller = network.Dial("+48600100200");
        await caller.IsHungUp();

        caller.Heard.OfType<Said>().Select(said => said.Language).ShouldBe(LanguageCodes.All.Select(language => language.Tag()));
        network.Faults.ShouldHaveSingleItem().Code.ShouldBe(11205);
    }

    private static string Refused(string webhook) => $"A request to webhook {webhook} was refused: its signature is missing or wrong";

    /// <summary>A wrong key, silence, repeat, back, a consultant and the main menu, all in one call.</summary>
    private async Task WalksAWay(Handset caller)
    {
        var (apply, fees) = (_data.Menu.Find("apply")!, _data.Menu.Find("fees")!);
        await caller.HearsSooner(_data.Greeting[1]);
        caller.Presses('2');
        await caller.HearsExactly(_data.Welcome(Language.English));
        caller.Presses('1');
        await caller.HearsExactly(_data.Node(Language.English, apply));
        caller.Presses('8');
        await caller.HearsSooner(_data.Shorter(Language.English, apply)[^1]);
        caller.Presses('3');
        await caller.HearsExactly(_data.Node(Language.English, fees));
        await caller.HearsExactly(_data.Shorter(Language.English, fees));
        caller.Presses('9');
        await caller.HearsExactly(_data.Node(Language.English, fees));
        caller.Presses('*');
        await caller.HearsExactly(_data.Node(Language.English, apply));
        caller.Presses('0');
        await caller.HearsSooner(_data.Prompt(Language.English, "keys.brief")[0]);
        caller.Presses('#');
        await caller.HearsExactly(_data.Node(Language.English, _data.Menu.Start));
    }
}
