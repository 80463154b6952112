using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infoline.EndToEnd_Tests.Desk;

/// <summary>The host on a real socket with data of its own; a second one over the same data is what a restart leaves.</summary>
public sealed class DeskHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly string _environment;
    private Action<IServiceCollection>? _services;

    public DeskHost(string environment = "Development", string? folder = null)
    {
        UseKestrel(0);
        _environment = environment;
        Folder = folder ?? OwnData.NewFolder();
        _settings = new()
        {
            ["Twilio:AuthToken"] = "0123456789abcdef0123456789abcdef",
            ["Twilio:AccountSid"] = "AC00000000000000000000000000000000",
            ["Database:Connection"] = $"Data Source={Path.Combine(Folder, "infoline.db")}",
            ["Routing:DataFolder"] = Path.Combine(Folder, "queue"),
            ["Desk:KeysFolder"] = Path.Combine(Folder, "keys"),
            ["Desk:SignInsPerMinute"] = "1000",
            ["Hotline:PrivacyKey"] = "only-for-tests-only-for-tests-only",
        };
    }

    /// <summary>Where this host keeps its data.</summary>
    public string Folder { get; }

    /// <summary>What the host wrote to its log.</summary>
    public LogLines Log { get; } = new();

    public Uri Address
    {
        get
        {
            StartServer();
            return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    public DeskHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Puts something of the test in place of what is outside.</summary>
    public DeskHost With(Action<IServiceCollection> services)
    {
        _services += services;
        return this;
    }

    /// <summary>A browser without script: keeps cookies, follows no redirects.</summary>
    public DeskVisitor Visitor() => new(Address);

    /// <summary>A visitor who has signed in to a demo account.</summary>
    public async Task<DeskVisitor> SignedIn(string demoAccount)
    {
        var visitor = Visitor();
        (await visitor.SignIn(demoAccount, "demo-only-password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureTestServices(services => _services?.Invoke(services));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
    }
}

/// <summary>Fills the forms of the desk as a browser does.</summary>
public sealed partial class DeskVisitor : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _client;

    public DeskVisitor(Uri address)
        : this(address, new CookieContainer())
    {
    }

    private DeskVisitor(Uri address, CookieContainer cookies)
    {
        _cookies = cookies;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
    }

    /// <summary>The same browser at another address.</summary>
    public DeskVisitor At(Uri address) => new(address, _cookies);

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Page(string path)
    {
        var response = await Get(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form of a page, with the token against forgery that the page gave.</summary>
    public async Task<HttpResponseMessage> Send(string path, string form, params (string Field, string Value)[] fields)
    {
        var page = await Page(path);
        return await Post(path, [("_handler", form), ("__RequestVerificationToken", Token(page)), .. fields]);
    }

    public async Task<HttpResponseMessage> Post(string path, params (string Field, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        return await _client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SignIn(string name, string password) => Send("/desk/sign-in", "sign-in", ("Form.Name", name), ("Form.Password", password));

    public void Dispose() => _client.Dispose();

    public static string Token(string page) => TokenField().Match(page).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}

/// <summary>What the host wrote to its log.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<(string Event, string Text)> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first line of an event, as soon as it is written.</summary>
    public async Task<string> FirstAsync(string eventName)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_lines.Find(line => string.Equals(line.Event, eventName, StringComparison.Ordinal)) is { Text: { } text })
                {
                    return text;
                }

                more = _more.Task;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _lines.Add((eventId.Name ?? "", formatter(state, exception)));
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Dispose()
    {
    }
}
