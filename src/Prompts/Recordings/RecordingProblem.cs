namespace Infoline.Prompts;

/// <summary>What <c>check</c> can have to say about the facts and the recordings of a prompt.</summary>
public enum RecordingProblem
{
    /// <summary>A fact is past its day.</summary>
    FactOver,

    /// <summary>A fact ends soon.</summary>
    FactEnding,

    /// <summary>There is no recording: the network's voice says the text.</summary>
    Missing,

    /// <summary>The recording does not say what it was made from.</summary>
    Unlabelled,

    /// <summary>The text, the voice or the settings have changed since it was made.</summary>
    Stale,

    /// <summary>A person's file is newer than the recording.</summary>
    SpokenAnew,

    /// <summary>A person's file says an older text.</summary>
    OlderWords,

    /// <summary>The file cannot be played.</summary>
    Unplayable,

    /// <summary>The file has another format than recordings have.</summary>
    WrongForm,

    /// <summary>Nothing is heard.</summary>
    Silent,

    /// <summary>It is louder or softer than all others.</summary>
    OffLevel,

    /// <summary>It is cut off at its peaks.</summary>
    CutOff,

    /// <summary>It starts with silence.</summary>
    SilentStart,

    /// <summary>It ends with silence.</summary>
    SilentEnd,
}
