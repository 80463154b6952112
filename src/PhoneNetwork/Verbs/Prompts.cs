using Infoline.PhoneNetwork.Twiml;

namespace Infoline.PhoneNetwork.Verbs;

/// <summary>Play: a recording, or tones.</summary>
internal sealed record Play(Uri? Url, string Digits, int Loop) : Prompt
{
    /// <summary>Twilio plays a loop of 0 "until the call ends, up to 1000 times".</summary>
    private const int Forever = 1000;

    public static new Play? Read(VerbElement element)
    {
        var digits = element.Text("digits") ?? "";
        var loop = element.Int("loop", 1, 0, Forever);
        var text = element.TextContent;
        element.Close(text: true);
        if (digits.Any(c => !"0123456789*#wWABCD".Contains(c, StringComparison.Ordinal)))
            element.Fault($"digits=\"{digits}\" holds other than 0-9, *, #, A-D and w");
        if (text.Length == 0)
        {
            if (digits.Length == 0)
                element.Fault("there is neither a URL nor digits");
            return new Play(null, digits, 1);
        }

        return element.Resolve(text) is { } url ? new Play(url, digits, loop == 0 ? Forever : loop) : null;
    }

    public override async Task<bool> SoundAsync(CallRun run, bool untilKey)
    {
        if (Digits.Length > 0)
            return await run.SoundAsync(new Tones(run.Now, TimeSpan.FromSeconds(0.5 * Digits.Length), Digits), untilKey);
        if (await run.FetchMediaAsync(Url!) is not { } clip)
            return false;
        for (var i = 0; i < Loop; i++)
        {
            if (await run.SoundAsync(new Played(run.Now, clip.Length, Url!, run.NameOf(Url!)), untilKey, clip))
                return true;
        }

        return false;
    }
}

/// <summary>Say: text read aloud. How long it takes is estimated from the length of the text.</summary>
internal sealed record Say(string Text, string Voice, string Language, int Loop) : Prompt
{
    private const double CharactersPerSecond = 14;

    /// <summary>About how long it takes to say a text.</summary>
    public static TimeSpan LengthOf(string text) => TimeSpan.FromSeconds(0.5 + (text.Length / CharactersPerSecond));

    public static new Say? Read(VerbElement element)
    {
        var say = new Say(element.SpokenText, element.Text("voice") ?? "man", element.Text("language") ?? "en-US", element.Int("loop", 1, 0, 1000));
        element.Close(children: true, text: true);
        if (say.Text.Length > 4096)
            element.Fault("the text is longer than 4096 characters");
        if (say.Text.Length == 0)
            element.Fault("there is no text");
        return say with { Loop = say.Loop == 0 ? 1000 : say.Loop };
    }

    public override async Task<bool> SoundAsync(CallRun run, bool untilKey)
    {
        var length = LengthOf(Text);
        for (var i = 0; i < Loop; i++)
        {
            if (await run.SoundAsync(new Said(run.Now, length, Text, Language, Voice), untilKey))
                return true;
        }

        return false;
    }
}

/// <summary>Pause: silence for whole seconds.</summary>
internal sealed record Pause(TimeSpan Length) : Prompt
{
    public static new Pause Read(VerbElement element)
    {
        var pause = new Pause(TimeSpan.FromSeconds(element.Int("length", 1, 0, 86_400)));
        element.Close();
        return pause;
    }

    public override bool Answers => false;

    public override Task<bool> SoundAsync(CallRun run, bool untilKey) => run.SilenceAsync(Length, untilKey);
}
