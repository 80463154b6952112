using System.Text;
using Infoline.PhoneNetwork;
using Infoline.PhoneNetwork.Browser;
using Infoline.PhoneNetwork.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>A caller and consultants in windows of their own speak with each other as the network connects them.</summary>
public sealed class VoiceTests(Chromium chromium)
{
    private const string DialAnna =
        "<Dial action=\"/after\"><Client><Identity>anna</Identity><Parameter name=\"language\" value=\"uk\"/><Parameter name=\"waited\" value=\"2 minutes\"/></Client></Dial>";

    [Fact]
    public async Task Caller_and_consultant_hear_each_other_until_one_hangs_up()
    {
        await using var office = await Office.OpensAsync(DialAnna);
        await using var consultant = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);

        await caller.PressesAsync("Enter");
        await consultant.IsAsync("Ringing");
        await consultant.SeesAsync(await caller.NumberAsync());
        await consultant.SeesAsync("uk");
        await consultant.PressesAsync("Enter");
        await consultant.IsAsync("In a call");

        await Ears.HearSomethingAsync(caller.Page);
        await Ears.HearSomethingAsync(consultant.Page);
        await consultant.PressesAsync("m");
        await Ears.HearNothingAsync(caller.Page);
        await Ears.HearSomethingAsync(consultant.Page);
        await consultant.PressesAsync("m");
        await Ears.HearSomethingAsync(caller.Page);
        await caller.PressesAsync("Escape");
        await caller.IsAsync("Call ended");
        await consultant.IsAsync("Waiting for calls");
        await consultant.ReadsAsync("The call is over");
    }

    [Fact]
    public async Task A_call_to_the_number_of_a_window_rings_there_is_answered_or_refused_by_keyboard_and_both_hear_each_other()
    {
        await using var office = await Office.OpensAsync("<Dial><Number>+48600123456</Number></Dial>");
        await using var called = await PhoneInWindow.OpensAsync(chromium, office.Address);
        await called.Page.FillAsync("#from", "+48 600 123 456");
        await called.PressesAsync("Tab");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);

        await caller.PressesAsync("Enter");
        await called.IsAsync("Somebody calls you");
        (await called.Page.BarriersAsync()).ShouldBeEmpty();
        await called.PressesAsync("Escape");
        await called.IsAsync("Call ended (busy)");
        await caller.IsAsync("Call ended");

        await caller.PressesAsync("Enter");
        await called.IsAsync("Somebody calls you");
        await called.PressesAsync("Enter");
        await called.IsAsync("Connected");
        await Ears.HearSomethingAsync(caller.Page);
        await Ears.HearSomethingAsync(called.Page);
        await called.PressesAsync("Escape");
        await called.IsAsync("Call ended");
        called.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_without_a_microphone_hears_all_the_same()
    {
        await using var office = await Office.OpensAsync(DialAnna);
        await using var consultant = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var caller = await PhoneInWindow.OpensAsync(
            chromium, office.Address, script: "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));");

        await caller.PressesAsync("Enter");
        await consultant.IsAsync("Ringing");
        await consultant.PressesAsync("Enter");

        await Ears.HearSomethingAsync(caller.Page);
        await Ears.HearNothingAsync(consultant.Page);
        await Assertions.Expect(caller.Page.Locator("#alert")).ToContainTextAsync("There is no microphone");
    }

    [Fact]
    public async Task The_microphone_is_asked_for_only_when_somebody_would_hear_it()
    {
        await using var office = await Office.OpensAsync("<Say>Hello</Say><Pause length=\"60\"/>");
        await using var caller = await PhoneInWindow.OpensAsync(
            chromium, office.Address, script: "navigator.mediaDevices.getUserMedia = () => { ears.asked = true; return Promise.reject(new Error()); };");

        await caller.PressesAsync("Enter");
        await caller.IsAsync("Connected");
        await caller.PressesAsync("Escape");
        await caller.IsAsync("Call ended");

        (await caller.Page.EvaluateAsync<bool>("() => ears.asked === true")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_call_is_busy_for_the_application()
    {
        await using var office = await Office.OpensAsync(DialAnna);
        await using var consultant = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);

        await caller.PressesAsync("Enter");
        await consultant.IsAsync("Ringing");
        await consultant.PressesAsync("Escape");

        await consultant.IsAsync("Waiting for calls");
        await consultant.ReadsAsync("Rejected");
        await caller.HearsAsync("The dial ended: busy", "en-GB");
    }

    [Fact]
    public async Task A_consultant_sees_that_the_caller_gave_up()
    {
        await using var office = await Office.OpensAsync(DialAnna);
        await using var consultant = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);

        await caller.PressesAsync("Enter");
        await consultant.IsAsync("Ringing");
        await caller.PressesAsync("Escape");

        await consultant.IsAsync("Waiting for calls");
        await consultant.ReadsAsync("The caller is gone before the call was accepted");
    }

    [Fact]
    public async Task A_consultant_hears_a_whisper_and_accepts_by_a_key()
    {
        await using var office = await Office.OpensAsync("<Dial action=\"/after\"><Client url=\"/whisper\">anna</Client></Dial>");
        await using var consultant = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);

        await caller.PressesAsync("Enter");
        await consultant.IsAsync("Ringing");
        await consultant.PressesAsync("Enter");
        await consultant.ReadsAsync("Ukrainian, waiting for two minutes. Press 1.");
        await consultant.PressesAsync("1");

        await Ears.HearSomethingAsync(caller.Page);
        await Ears.HearSomethingAsync(consultant.Page);
    }

    [Fact]
    public async Task On_hold_the_caller_hears_music_while_two_consultants_talk_and_then_all_three_do()
    {
        await using var office = await Office.OpensAsync("<Dial><Conference beep=\"false\" participantLabel=\"caller\" waitUrl=\"\">room</Conference></Dial>");
        await using var anna = await ConsultantInWindow.OpensAsync(chromium, office.Address, "anna");
        await using var olena = await ConsultantInWindow.OpensAsync(chromium, office.Address, "olena");
        await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address);
        await caller.PressesAsync("Enter");
        await caller.IsAsync("Connected");

        await office.AddsAsync("anna");
        await anna.IsAsync("Ringing");
        await anna.PressesAsync("Enter");
        await Ears.HearSomethingAsync(caller.Page);
        await office.ChangesAsync("caller", ("Hold", "true"), ("HoldUrl", new Uri(office.Address, "/hold.wav").AbsoluteUri));
        await Ears.HearAsync(caller.Page, Office.HoldTone);
        await Ears.HearNothingAsync(anna.Page);
        await office.AddsAsync("olena");
        await olena.IsAsync("Ringing");
        await olena.PressesAsync("Enter");
        await Ears.HearSomethingAsync(anna.Page);
        await Ears.HearSomethingAsync(olena.Page);
        await office.ChangesAsync("caller", ("Hold", "false"));
        await Assertions.Expect(caller.Page.Locator("#captions")).ToContainTextAsync("In conversation with anna, olena");
        await anna.PressesAsync("Escape");
        await anna.IsAsync("Waiting for calls");

        await Ears.HearSomethingAsync(caller.Page);
        await Ears.HearSomethingAsync(olena.Page);
    }

    [Fact]
    public async Task The_consultants_page_is_accessible_in_every_state()
    {
        await using var office = await Office.OpensAsync(DialAnna);
        foreach (var (name, width, height, colors) in new[] { ("desktop", 1280, 900, ColorScheme.Light), ("phone-dark", 390, 844, ColorScheme.Dark) })
        {
            await using var consultant = await ConsultantInWindow.OpensAsync(
                chromium, office.Address, "anna", new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colors });
            await using var caller = await PhoneInWindow.OpensAsync(chromium, office.Address, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colors });

            (await consultant.Page.BarriersAsync()).ShouldBeEmpty();
            await caller.PressesAsync("Enter");
            await consultant.IsAsync("Ringing");
            (await consultant.Page.BarriersAsync()).ShouldBeEmpty();
            await Pictures.TakeAsync(consultant.Page, $"consultant-{name}-rings");
            await consultant.PressesAsync("Enter");
            await consultant.IsAsync("In a call");
            await Ears.HearSomethingAsync(caller.Page);
            (await consultant.Page.BarriersAsync()).ShouldBeEmpty();
            (await caller.Page.BarriersAsync()).ShouldBeEmpty();
            await Pictures.TakeAsync(consultant.Page, $"consultant-{name}-talks");
            await Pictures.TakeAsync(caller.Page, $"caller-{name}-talks");
        }
    }

    /// <summary>A small application behind a number: one document, and the REST resources.</summary>
    private sealed class Office : IAsyncDisposable
    {
        public const double HoldTone = 500;

        private readonly WebApplication _app;
        private readonly TelephoneNetwork _network;

        private Office(WebApplication app, TelephoneNetwork network) => (_app, _network) = (app, network);

        public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public static async Task<Office> OpensAsync(string verbs)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            Office? office = null;
            var network = new TelephoneNetwork(new PhoneNetworkOptions { VoiceUrl = () => new Uri(office!.Address, "/voice") }, TimeProvider.System);
            office = new Office(app, network);
            app.UseWebSockets();
            app.MapBrowserPhone(network);
            app.MapPhoneNetwork(network);
            app.MapPost("/voice", () => Document(verbs));
            app.MapPost("/whisper", () => Document(
                "<Gather numDigits=\"1\" action=\"/accepted\"><Say language=\"en-GB\">Ukrainian, waiting for two minutes. Press 1.</Say></Gather><Hangup/>"));
            app.MapPost("/accepted", () => Document(""));
            app.MapPost("/after", (HttpRequest request) => Document($"<Say language=\"en-GB\">The dial ended: {request.Form["DialCallStatus"]}</Say>"));
            app.MapGet("/hold.wav", () => Results.Bytes(Recordings.Tone(HoldTone, seconds: 30), "audio/wav"));
            await app.StartAsync();
            return office;
        }

        /// <summary>Calls a consultant into the conference.</summary>
        public Task AddsAsync(string identity) =>
            PostAsync("Participants.json", ("From", new PhoneNetworkOptions().Number), ("To", $"client:{identity}"), ("Label", identity), ("Beep", "false"));

        /// <summary>Changes a participant of the conference.</summary>
        public Task ChangesAsync(string label, params (string Name, string Value)[] fields) => PostAsync($"Participants/{label}.json", fields);

        private async Task PostAsync(string resource, params (string Name, string Value)[] fields)
        {
            var account = new PhoneNetworkOptions();
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"/2010-04-01/Accounts/{account.AccountSid}/Conferences/room/{resource}"));
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}")));
            (await http.SendAsync(request)).EnsureSuccessStatusCode();
        }

        private static IResult Document(string verbs) => Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>{verbs}</Response>", "application/xml");

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await _network.DisposeAsync();
        }
    }
}
