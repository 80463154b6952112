using System.Globalization;

namespace Infoline.Routing;

/// <summary>How a caller is ordered against others.</summary>
public enum PriorityBand
{
    /// <summary>By arrival.</summary>
    Normal = 0,

    /// <summary>Ahead of everybody who came at most the head start earlier; the caller said that waiting is hard for them.</summary>
    Priority = 1,
}

/// <summary>
/// What the queue needs to know of a call. It rides in the URL of the wait loop, so that every turn of the loop can put a lost entry
/// back in its old place, on any node and in an empty store.
/// </summary>
/// <param name="Call">The caller's call.</param>
/// <param name="ArrivedAt">When the caller first asked for a consultant; kept through transfers, menus and dropped lines.</param>
/// <param name="Language">The language of the call.</param>
/// <param name="SecondLanguage">Another language that the caller can do with, or null.</param>
/// <param name="Band">The priority band.</param>
/// <param name="Topic">The node of the menu from which the caller asked, or null.</param>
/// <param name="CallerKey">
/// A keyed hash of the caller's number (letters, digits, <c>-</c>, <c>_</c>, at most 64), by which the same caller is known again
/// without the number; empty when the number was withheld.
/// </param>
public sealed record Ticket(
    CallId Call,
    DateTimeOffset ArrivedAt,
    LanguageCode Language,
    LanguageCode? SecondLanguage = null,
    PriorityBand Band = PriorityBand.Normal,
    string? Topic = null,
    string CallerKey = "")
{
    private const int Fields = 7;

    /// <summary>The ticket as one word that can stand in a URL unescaped.</summary>
    public override string ToString() => string.Join('.',
        Call.Value,
        ArrivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Language.Value,
        SecondLanguage?.Value,
        ((int)Band).ToString(CultureInfo.InvariantCulture),
        Topic,
        CallerKey);

    /// <summary>Total: any text gives a ticket or false.</summary>
    public static bool TryParse(string? text, out Ticket? ticket)
    {
        ticket = null;
        var fields = text is { Length: <= 300 } ? text.Split('.') : [];
        if (fields.Length != Fields
            || !CallId.TryParse(fields[0], out var call)
            || !long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var arrived)
            || arrived > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !LanguageCode.TryParse(fields[2], out var language)
            || fields[4] is not ("0" or "1")
            || (fields[5].Length > 0 && !Names.AreSafe(fields[5]))
            || (fields[6].Length > 0 && !Names.AreSafe(fields[6])))
        {
            return false;
        }

        LanguageCode? second = LanguageCode.TryParse(fields[3], out var other) ? other : null;
        if (second is null && fields[3].Length > 0)
        {
            return false;
        }

        ticket = new Ticket(
            call,
            DateTimeOffset.FromUnixTimeMilliseconds(arrived),
            language,
            second,
            fields[4] is "1" ? PriorityBand.Priority : PriorityBand.Normal,
            fields[5].Length > 0 ? fields[5] : null,
            fields[6]);
        return true;
    }
}
