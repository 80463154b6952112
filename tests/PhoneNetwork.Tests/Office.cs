using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infoline.PhoneNetwork.Tests;

/// <summary>An application behind a number: real Kestrel on loopback, answering with what the test lays down, and keeping what it was asked.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Number = "+48221234567";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<Asked, IResult>> _answers = new(StringComparer.Ordinal);

    private Office(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Uri Base { get; private set; } = null!;

    public static async Task<Office> OpensAsync(Action<WebApplicationBuilder>? services = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services?.Invoke(builder);
        var app = builder.Build();
        var office = new Office(app);
        app.UseWebSockets();
        map?.Invoke(app);
        app.Map("/{**path}", (Delegate)office.AnswerAsync);
        await app.StartAsync();
        office.Base = new Uri(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return office;
    }

    public Uri Url(string path) => new(Base, path);

    /// <summary>A document, given the verbs inside Response.</summary>
    public Office Answers(string path, string verbs) => Answers(path, _ => Twiml(verbs));

    public Office Answers(string path, Func<Asked, IResult> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public Office Records(string path, double seconds) =>
        Answers(path, _ => Results.Bytes(Wave(seconds), "audio/wav"));

    public static IResult Twiml(string verbs) => Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>{verbs}</Response>", "application/xml");

    public PhoneNetworkOptions Options(string voice = "/voice") => new()
    {
        Number = Number,
        VoiceUrl = () => Url(voice),
        StatusCallback = () => Url("/status"),
        AuthToken = "12345",
    };

    public TelephoneNetwork Network(string voice = "/voice", Action<PhoneNetworkOptions>? change = null, TimeProvider? clock = null)
    {
        var options = Options(voice);
        change?.Invoke(options);
        return new TelephoneNetwork(options, clock);
    }

    public IReadOnlyList<Asked> AskedFor(string path) => [.. Requests.Where(asked => asked.Path == path)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Mu-law silence, 8000 samples a second, as recordings are.</summary>
    public static byte[] Wave(double seconds)
    {
        var samples = (int)(seconds * 8000);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(50 + samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(18);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write((short)0);
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(samples);
        writer.Write("data"u8);
        writer.Write(samples);
        writer.Write(Enumerable.Repeat((byte)0xFF, samples).ToArray());
        return bytes.ToArray();
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var asked = new Asked(
            context.Request.Method, context.Request.Path.Value ?? "", context.Request.QueryString.Value ?? "",
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Requests.Enqueue(asked);
        return _answers.TryGetValue(asked.Path, out var answer) ? answer(asked)
            : asked.Path == "/status" ? Results.NoContent()
            : Results.NotFound();
    }
}

internal sealed record Asked(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Form, IReadOnlyDictionary<string, string> Headers)
{
    public string this[string field] => Form.GetValueOrDefault(field, "");
}
