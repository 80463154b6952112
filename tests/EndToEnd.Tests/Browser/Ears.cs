using System.Text.Json;
using Microsoft.Playwright;

namespace Infoline.EndToEnd_Tests.Browser;

/// <summary>Ears at the loudspeaker of a window.</summary>
internal static class Ears
{
    /// <summary>Measures what goes to the loudspeaker, beside the page: how loud it is, and its strongest frequency, ten times a second.</summary>
    public const string Script = """
        globalThis.ears = { contexts: 0, heard: [] };
        const connect = AudioNode.prototype.connect;
        AudioNode.prototype.connect = function (target, ...rest) {
          if (target instanceof AudioDestinationNode && !(this.context.ears)) {
            const context = this.context;
            context.ears = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
            connect.call(context.ears, context.destination);
            ears.contexts++;
            const levels = new Float32Array(context.ears.fftSize), tones = new Float32Array(context.ears.frequencyBinCount);
            setInterval(() => {
              context.ears.getFloatTimeDomainData(levels);
              context.ears.getFloatFrequencyData(tones);
              const level = Math.sqrt(levels.reduce((sum, x) => sum + x * x, 0) / levels.length);
              const bin = tones.indexOf(Math.max(...tones));
              ears.heard.push({ at: context.currentTime, level, hertz: level < 0.01 ? 0 : bin * context.sampleRate / context.ears.fftSize });
            }, 100);
          }
          return target instanceof AudioDestinationNode ? connect.call(this, this.context.ears, ...rest) : connect.call(this, target, ...rest);
        };
        """;

    public static async Task<IReadOnlyList<(double Seconds, double Hertz, double Level)>> OfAsync(IPage page)
    {
        var heard = await page.EvaluateAsync<JsonElement>("() => ears.heard");
        return [.. heard.EnumerateArray().Select(h => (h.GetProperty("at").GetDouble(), h.GetProperty("hertz").GetDouble(), h.GetProperty("level").GetDouble()))];
    }

    /// <summary>Waits until something is heard that was not heard before this moment.</summary>
    public static async Task HearSomethingAsync(IPage page)
    {
        var before = await page.EvaluateAsync<int>("() => ears.heard.length");
        await page.WaitForFunctionAsync("from => ears.heard.slice(from).filter(h => h.level > 0.01).length >= 2", before);
    }

    /// <summary>Waits until nothing has been heard for two seconds.</summary>
    public static Task HearNothingAsync(IPage page) =>
        page.WaitForFunctionAsync("() => ears.heard.length >= 20 && ears.heard.slice(-20).every(h => h.level < 0.003)");

    /// <summary>Waits until a tone is heard.</summary>
    public static async Task HearAsync(IPage page, double hertz)
    {
        var before = await page.EvaluateAsync<int>("() => ears.heard.length");
        await page.WaitForFunctionAsync("([from, hertz]) => ears.heard.slice(from).filter(h => Math.abs(h.hertz - hertz) < 15).length >= 3", new object[] { before, hertz });
    }
}
