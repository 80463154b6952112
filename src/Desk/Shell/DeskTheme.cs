using MudBlazor;

namespace Infoline.Desk.Shell;

/// <summary>
/// The colours of the desk, for eight hours a day: quiet surfaces, one accent, and a colour of its own for each state of a
/// consultant. Every text keeps at least 4.5:1 against its ground and every edge of a control 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
/// </summary>
internal static class DeskTheme
{
    // Fonts of the systems themselves: nothing is loaded from elsewhere, and Cyrillic and Polish letters come in one face.
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5a75",
            PrimaryContrastText = "#ffffff",
            Secondary = "#5a4a91",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#42526b",
            Info = "#1b5fa8",
            Success = "#1a6b41",
            Warning = "#845200",
            Error = "#b3261e",
            Dark = "#1a2230",
            Background = "#f3f5f7",
            BackgroundGray = "#e9edf1",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#18202b",
            DrawerBackground = "#ffffff",
            DrawerText = "#18202b",
            DrawerIcon = "#4c5a6b",
            TextPrimary = "#18202b",
            TextSecondary = "#4c5a6b",
            TextDisabled = "#6c7886",
            ActionDefault = "#4c5a6b",
            ActionDisabled = "#7c8794",
            ActionDisabledBackground = "#e3e8ed",
            LinesDefault = "#d9dfe6",
            LinesInputs = "#78859a",
            Divider = "#d9dfe6",
            TableLines = "#e3e8ed",
            TableStriped = "#f7f9fa",
            TableHover = "#eef4f7",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#76c6e0",
            PrimaryContrastText = "#06222d",
            Secondary = "#bfaef0",
            SecondaryContrastText = "#1d1440",
            Tertiary = "#a9b6c6",
            Info = "#8fc1f5",
            InfoContrastText = "#06203b",
            Success = "#71d3a0",
            SuccessContrastText = "#04261a",
            Warning = "#f0bd5e",
            WarningContrastText = "#2b1c00",
            Error = "#ff9b92",
            ErrorContrastText = "#3b0905",
            Dark = "#0d1217",
            Background = "#11161c",
            BackgroundGray = "#0d1217",
            Surface = "#19212a",
            AppbarBackground = "#19212a",
            AppbarText = "#e7ecf1",
            DrawerBackground = "#19212a",
            DrawerText = "#e7ecf1",
            DrawerIcon = "#a7b3c0",
            TextPrimary = "#e7ecf1",
            TextSecondary = "#a7b3c0",
            TextDisabled = "#8290a0",
            ActionDefault = "#a7b3c0",
            ActionDisabled = "#74818f",
            ActionDisabledBackground = "#242e39",
            LinesDefault = "#2b3742",
            LinesInputs = "#71808f",
            Divider = "#2b3742",
            TableLines = "#26313c",
            TableStriped = "#1c252f",
            TableHover = "#202b36",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.45", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.375rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.0625rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "0.9375rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.0625rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "0.8125rem", LineHeight = "1.35", LetterSpacing = "normal" },
        },
    };
}
