using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>The phone fits every screen and hides nothing from assistive technology; its pictures are kept with the results.</summary>
public sealed class PhoneLooksTests(Chromium chromium, DevelopmentHost host) : IClassFixture<DevelopmentHost>
{
    public static TheoryData<string, int, int, float, ColorScheme> Screens => new()
    {
        { "desktop", 1280, 900, 1, ColorScheme.Light },
        { "desktop-dark", 1280, 900, 1, ColorScheme.Dark },
        { "phone", 390, 844, 2, ColorScheme.Light },
        { "phone-dark", 390, 844, 2, ColorScheme.Dark },
        { "small-phone", 320, 640, 2, ColorScheme.Light },
        { "zoom-200", 640, 450, 2, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_page_fits_and_is_accessible_in_every_state(string name, int width, int height, float pixels, ColorScheme colors)
    {
        await using var phone = await PhoneInWindow.OpensAsync(chromium, host.Address, new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = pixels,
            ColorScheme = colors,
            HasTouch = width < 600,
        });

        await Pictures.TakeAsync(phone.Page, $"{name}-ready");
        await IsFlawlessAsync(phone, width);
        await phone.Page.ClickAsync("#call");
        await phone.IsAsync("Connected");
        await phone.Page.ClickAsync(".key:nth-child(2)");
        await Assertions.Expect(phone.Page.Locator("#captions p[lang=en-GB]").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(phone.Page, $"{name}-call");
        await phone.Page.ClickAsync("#steps > summary");
        await Pictures.TakeAsync(phone.Page, $"{name}-steps", whole: true);
        await IsFlawlessAsync(phone, width);
        await phone.Page.ClickAsync("#end");
        await phone.IsAsync("Call ended");
    }

    private static async Task IsFlawlessAsync(PhoneInWindow phone, int width)
    {
        (await phone.Page.BarriersAsync()).ShouldBeEmpty();
        (await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing is cut off at the side");
        phone.Complaints.ShouldBeEmpty();
    }
}
