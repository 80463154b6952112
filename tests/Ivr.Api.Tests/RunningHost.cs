using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Infoline.Ivr.Tests;

/// <summary>The host on a real socket, with the office's texts, a clock of the test and a log that the test can read.</summary>
public sealed class RunningHost : WebApplicationFactory<Program>
{
    public const string AuthToken = "0123456789abcdef0123456789abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("infoline-host-").FullName;
    private readonly Dictionary<string, string> _settings;

    public RunningHost()
    {
        UseKestrel(0);
        _settings = new()
        {
            ["Hotline:PrivacyKey"] = "only-for-tests-only-for-tests-only",
            ["Twilio:AuthToken"] = AuthToken,
            ["Twilio:AccountSid"] = "AC00000000000000000000000000000000",
            ["Hotline:RecordingsFolder"] = OfficeTexts.Folder,
            ["Database:Connection"] = $"Data Source={Path.Combine(_folder, "infoline.db")}",
            ["Routing:DataFolder"] = Path.Combine(_folder, "queue"),
            ["Desk:KeysFolder"] = Path.Combine(_folder, "keys"),

            // Production does not serve plain HTTP without a proxy; this one never calls.
            ["Hotline:KnownProxies:9"] = "192.0.2.99",
        };
    }

    /// <summary>A Tuesday, 12:00 in Warsaw.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    /// <summary>Where the host listens; starts it.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    /// <summary>Speaks plain HTTP to the host and follows no redirects.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public RunningHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Sends anything at all, signed over the URL and the fields that are told.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string url, HttpContent? content, IReadOnlyDictionary<string, string>? form = null)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, url)) { Content = content };
        request.Headers.Add("X-Twilio-Signature", Sign(new Uri(Address, url).AbsoluteUri, form ?? new Dictionary<string, string>()));
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts a webhook as the telephone network does, signed over the whole URL and every parameter.</summary>
    public async Task<HttpResponseMessage> Post(string url, IReadOnlyDictionary<string, string>? form = null, string? signature = null, string? idempotency = null)
    {
        form ??= new Dictionary<string, string> { ["CallSid"] = "CA1" };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, url)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", signature ?? Sign(new Uri(Address, url).AbsoluteUri, form));
        if (idempotency is not null)
        {
            request.Headers.Add("I-Twilio-Idempotency-Token", idempotency);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<XElement> Document(string url, string digits = "", string callSid = "CA1")
    {
        var response = await Post(url, new Dictionary<string, string> { ["CallSid"] = callSid, ["Digits"] = digits });
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The signature as documented: HMAC-SHA1 over the URL and the parameters in the order of their names.</summary>
    public static string Sign(string url, IReadOnlyDictionary<string, string> form, string token = AuthToken)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

#pragma warning disable CA5350 // The network's own signature scheme.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }
}
