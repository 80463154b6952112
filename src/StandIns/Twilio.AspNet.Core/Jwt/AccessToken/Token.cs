namespace Twilio.Jwt.AccessToken;

/// <summary>Signs a softphone in. It holds for an hour unless told otherwise, and for 24 at most.</summary>
/// <remarks>See https://www.twilio.com/docs/iam/access-tokens.</remarks>
public class Token : BaseJwt
{
    private readonly string? _identity;
    private readonly HashSet<IGrant>? _grants;

    /// <summary>A token for one softphone.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="signingKeySid">The API key that signs.</param>
    /// <param name="secret">The key's secret.</param>
    /// <param name="identity">Who holds the softphone: at most 121 letters, digits and underscores.</param>
    /// <param name="expiration">Until when it holds; an hour from now when null.</param>
    /// <param name="nbf">From when on it holds; at once when null.</param>
    /// <param name="grants">What it allows.</param>
    /// <param name="region">The region in which the key was made.</param>
    public Token(
        string accountSid,
        string signingKeySid,
        string secret,
        string? identity = null,
        DateTime? expiration = null,
        DateTime? nbf = null,
        HashSet<IGrant>? grants = null,
        string? region = null)
        : base(secret, signingKeySid, expiration ?? DateTime.UtcNow.AddHours(1))
    {
        Id = $"{signingKeySid}-{ConvertToUnixTimestamp(DateTime.UtcNow)}";
        Subject = accountSid;
        Nbf = nbf;
        Region = region;
        _identity = identity;
        _grants = grants;
    }

    /// <inheritdoc/>
    public override string? Id { get; }

    /// <inheritdoc/>
    public override string? Subject { get; }

    /// <inheritdoc/>
    public override DateTime? Nbf { get; }

    public string? Region { get; }

    /// <inheritdoc/>
    public override Dictionary<string, object> Headers
    {
        get
        {
            var headers = new Dictionary<string, object>(StringComparer.Ordinal) { ["cty"] = "twilio-fpa;v=1" };
            if (Region is not null)
                headers["twr"] = Region;
            return headers;
        }
    }

    /// <inheritdoc/>
    public override Dictionary<string, object> Claims
    {
        get
        {
            var grants = new Dictionary<string, object>(StringComparer.Ordinal);
            if (_identity is not null)
                grants["identity"] = _identity;
            foreach (var grant in _grants ?? [])
                grants[grant.Key] = grant.Payload;
            return new(StringComparer.Ordinal) { ["grants"] = grants };
        }
    }
}
