namespace Twilio.Jwt.AccessToken;

/// <summary>What a token lets its holder do with one product.</summary>
public interface IGrant
{
    /// <summary>The product.</summary>
    string Key { get; }

    /// <summary>What is allowed, as it stands in the token.</summary>
    object Payload { get; }
}
