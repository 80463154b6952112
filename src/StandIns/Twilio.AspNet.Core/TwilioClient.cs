using Twilio.Clients;
using Twilio.Exceptions;

namespace Twilio;

/// <summary>The client that REST calls take when they are given none. Set it up once, before the first call.</summary>
public class TwilioClient
{
    private static readonly Lock Gate = new();
    private static ITwilioRestClient? _client;
    private static string? _username;
    private static string? _password;
    private static string? _accountSid;
    private static string? _region;
    private static string? _edge;

    private TwilioClient()
    {
    }

    /// <summary>Signs in with an account's SID and auth token.</summary>
    /// <exception cref="AuthenticationException">One of them is null.</exception>
    public static void Init(string username, string password)
    {
        SetUsername(username);
        SetPassword(password);
    }

    /// <summary>Signs in with an API key for the given account.</summary>
    /// <exception cref="AuthenticationException">One of them is null.</exception>
    public static void Init(string username, string password, string accountSid)
    {
        Init(username, password);
        SetAccountSid(accountSid);
    }

    /// <summary>Sets the account's or the API key's SID.</summary>
    public static void SetUsername(string username) =>
        Change(ref _username, username ?? throw new AuthenticationException("Username can not be null"));

    /// <summary>Sets the auth token or the API key's secret.</summary>
    public static void SetPassword(string password) =>
        Change(ref _password, password ?? throw new AuthenticationException("Password can not be null"));

    /// <summary>Sets the account.</summary>
    public static void SetAccountSid(string accountSid) =>
        Change(ref _accountSid, accountSid ?? throw new AuthenticationException("AccountSid can not be null"));

    /// <summary>Sets where the account's data live.</summary>
    public static void SetRegion(string region) => Change(ref _region, region);

    /// <summary>Sets where requests enter Twilio's network.</summary>
    public static void SetEdge(string edge) => Change(ref _edge, edge);

    /// <summary>The client in use, made when there is none.</summary>
    /// <exception cref="AuthenticationException">Nobody has signed in.</exception>
    public static ITwilioRestClient GetRestClient()
    {
        lock (Gate)
        {
            if (_client is not null)
                return _client;
            if (_username is null || _password is null)
                throw new AuthenticationException("TwilioClient has no credentials yet: call TwilioClient.Init, or pass a client.");
            return _client = new TwilioRestClient(_username, _password, _accountSid, _region, edge: _edge);
        }
    }

    /// <summary>Takes the given client from now on.</summary>
    public static void SetRestClient(ITwilioRestClient? restClient)
    {
        lock (Gate)
            _client = restClient;
    }

    /// <summary>Forgets the client; the next call makes a new one.</summary>
    public static void Invalidate() => SetRestClient(null);

    private static void Change(ref string? setting, string? value)
    {
        lock (Gate)
        {
            if (!string.Equals(setting, value, StringComparison.Ordinal))
                _client = null;
            setting = value;
        }
    }
}
