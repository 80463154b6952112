namespace Infoline.Records.Calls;

/// <summary>The caller does not want to be recorded.</summary>
public sealed record RecordingDeclined(DateTimeOffset At) : CallEvent(At);

/// <summary>A recording of the conversation began.</summary>
/// <param name="At">When.</param>
/// <param name="Recording">The recording's id.</param>
/// <param name="KeptUntil">When it is deleted.</param>
public sealed record RecordingBegan(DateTimeOffset At, string Recording, DateTimeOffset KeptUntil) : CallEvent(At);

/// <summary>The consultant paused the recording.</summary>
public sealed record RecordingPaused(DateTimeOffset At, string Recording) : CallEvent(At);

/// <summary>The recording went on after a pause.</summary>
public sealed record RecordingResumed(DateTimeOffset At, string Recording) : CallEvent(At);

/// <summary>The recording ended.</summary>
public sealed record RecordingEnded(DateTimeOffset At, string Recording) : CallEvent(At);
