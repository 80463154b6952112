namespace Microsoft.CognitiveServices.Speech;

/// <summary>What came of a text: audio, or why there is none.</summary>
public sealed class SpeechSynthesisResult : IDisposable
{
    private SpeechSynthesisResult(ResultReason reason, byte[] audio) => (Reason, AudioData) = (reason, audio);

    /// <summary>A name of its own.</summary>
    public string ResultId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether there is audio.</summary>
    public ResultReason Reason { get; }

    /// <summary>The audio in the form that was asked for, with its header; empty when there is none.</summary>
    public byte[] AudioData { get; }

    internal (CancellationErrorCode Code, string Details) Refusal { get; private init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing but memory.
    }

    internal static SpeechSynthesisResult Of(byte[] audio) => new(ResultReason.SynthesizingAudioCompleted, audio);

    internal static SpeechSynthesisResult Refused(CancellationErrorCode code, string details) => new(ResultReason.Canceled, []) { Refusal = (code, details) };
}

/// <summary>Why a result is what it is; the values in use.</summary>
public enum ResultReason
{
    /// <summary>There is no audio; <see cref="SpeechSynthesisCancellationDetails"/> says why.</summary>
    Canceled = 1,

    /// <summary>The audio is complete.</summary>
    SynthesizingAudioCompleted = 9,
}

/// <summary>Why there is no audio.</summary>
public class SpeechSynthesisCancellationDetails
{
    private SpeechSynthesisCancellationDetails(CancellationErrorCode code, string details) => (ErrorCode, ErrorDetails) = (code, details);

    /// <summary>Always an error: speech is not cancelled by its user here.</summary>
    public CancellationReason Reason { get; } = CancellationReason.Error;

    /// <summary>The kind of error.</summary>
    public CancellationErrorCode ErrorCode { get; }

    /// <summary>What the service said.</summary>
    public string ErrorDetails { get; }

    /// <summary>The details of a result whose reason is <see cref="ResultReason.Canceled"/>.</summary>
    public static SpeechSynthesisCancellationDetails FromResult(SpeechSynthesisResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Reason == ResultReason.Canceled
            ? new SpeechSynthesisCancellationDetails(result.Refusal.Code, result.Refusal.Details)
            : throw new ArgumentException("The result was not canceled.", nameof(result));
    }
}

/// <summary>What stopped the synthesis; the one in use.</summary>
public enum CancellationReason
{
    /// <summary>An error.</summary>
    Error = 1,
}

/// <summary>The kinds of errors.</summary>
public enum CancellationErrorCode
{
    /// <summary>No error.</summary>
    NoError,

    /// <summary>The key or the token is not accepted (HTTP 401).</summary>
    AuthenticationFailure,

    /// <summary>The document or a parameter is wrong (HTTP 400).</summary>
    BadRequest,

    /// <summary>Too many requests at the same time, or the quota is used up (HTTP 429).</summary>
    TooManyRequests,

    /// <summary>The key may not do this (HTTP 403).</summary>
    Forbidden,

    /// <summary>The service cannot be reached.</summary>
    ConnectionFailure,

    /// <summary>The service did not answer in time.</summary>
    ServiceTimeout,

    /// <summary>The service failed.</summary>
    ServiceError,

    /// <summary>The service is down (HTTP 503).</summary>
    ServiceUnavailable,

    /// <summary>The program itself failed.</summary>
    RuntimeError,
}
