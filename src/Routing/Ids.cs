using System.Globalization;

namespace Infoline.Routing;

/// <summary>The call of a caller, named by the telephone network: 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</summary>
public readonly record struct CallId
{
    private CallId(string value) => Value = value;

    /// <summary>The name as the telephone network gave it.</summary>
    public string Value { get; }

    /// <summary>Reads a name; false for anything that is not one.</summary>
    public static bool TryParse(string? text, out CallId id)
    {
        id = Names.AreSafe(text) ? new CallId(text!) : default;
        return id.Value is not null;
    }

    /// <summary>Reads a name that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not the name of a call.</exception>
    public static CallId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not the name of a call.");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>A consultant, as the office's accounts name them: 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</summary>
public readonly record struct ConsultantId
{
    private ConsultantId(string value) => Value = value;

    /// <summary>The name of the account.</summary>
    public string Value { get; }

    /// <summary>Reads a name; false for anything that is not one.</summary>
    public static bool TryParse(string? text, out ConsultantId id)
    {
        id = Names.AreSafe(text) ? new ConsultantId(text!) : default;
        return id.Value is not null;
    }

    /// <summary>Reads a name that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not the name of a consultant.</exception>
    public static ConsultantId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not the name of a consultant.");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>
/// One offer of one call to one consultant. The numbers only grow, over restarts and failovers too, so the number is at once the
/// fencing number: whoever holds an older one is refused.
/// </summary>
public readonly record struct ReservationId(long Value)
{
    /// <summary>Reads a number; false for anything that is not a positive one.</summary>
    public static bool TryParse(string? text, out ReservationId id)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        id = new ReservationId(read ? value : 0);
        return read;
    }

    /// <summary>Reads a number that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not the number of a reservation.</exception>
    public static ReservationId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not the number of a reservation.");

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A language by its two- or three-letter code of ISO 639, such as <c>pl</c>.</summary>
public readonly record struct LanguageCode
{
    private LanguageCode(string value) => Value = value;

    /// <summary>The code, in lower case.</summary>
    public string Value { get; }

    /// <summary>Reads a code; false for anything that is not one.</summary>
    public static bool TryParse(string? text, out LanguageCode language)
    {
        language = text is { Length: 2 or 3 } && text.All(char.IsAsciiLetterLower) ? new LanguageCode(text) : default;
        return language.Value is not null;
    }

    /// <summary>Reads a code that is known to be one.</summary>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static LanguageCode Parse(string text) => TryParse(text, out var language) ? language : throw new FormatException("Not the code of a language.");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>What names may hold, so that they can stand in keys and URLs as they are.</summary>
internal static class Names
{
    public static bool AreSafe(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
