namespace Infoline.Prompts;

/// <summary>What can be wrong with the text of a prompt.</summary>
public enum TextProblem
{
    /// <summary>There is no text in this language.</summary>
    Missing,

    /// <summary>The text has no words.</summary>
    NoWords,

    /// <summary>A brace stands alone.</summary>
    LoneBrace,

    /// <summary>What stands in braces is not a placeholder, or of no known kind.</summary>
    NotAPlaceholder,

    /// <summary>The kind of the placeholder has no such form.</summary>
    NoSuchForm,

    /// <summary>A placeholder has no space before or after it.</summary>
    Glued,

    /// <summary>A placeholder is not in the Polish text.</summary>
    NotInPolish,

    /// <summary>A placeholder is in the Polish text and not in this one.</summary>
    OnlyInPolish,

    /// <summary>One name stands for values of two kinds.</summary>
    TwoKinds,

    /// <summary>The call has no value for a placeholder at this place.</summary>
    NoValue,

    /// <summary>The letters are those of another language.</summary>
    OtherLetters,

    /// <summary>Spoken at the pace of the line it lasts longer than people listen.</summary>
    TooLong,
}
