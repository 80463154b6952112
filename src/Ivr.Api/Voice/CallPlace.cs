using System.Globalization;
using System.Runtime.CompilerServices;
using Infoline.Prompts;
using Microsoft.AspNetCore.WebUtilities;

namespace Infoline.Ivr.Voice;

/// <summary>
/// Where a caller is in the menu. It rides whole in the URL of the next step, so that any node can answer it without asking a store.
/// </summary>
/// <param name="Language">The language the caller chose.</param>
/// <param name="Node">The node the caller is at.</param>
/// <param name="Via">The nodes that led here, nearest last; the way of the key "back".</param>
/// <param name="Tries">How many times in a row the caller pressed nothing or a wrong key here: 0 to <see cref="MostTries"/>.</param>
/// <param name="KeysTold">Whether the keys that work everywhere have been explained in full.</param>
/// <param name="Step">Counts the documents of this call from 1, so that a repeated or late webhook is known for what it is.</param>
/// <param name="Aside">Whether the caller has just heard about consultants, and "back" and "repeat" are about that.</param>
/// <param name="Ticket">The ticket of a caller who left the queue for the recordings, and by which they find their place again; null for none.</param>
internal sealed record CallPlace(
    Language Language, string Node, IReadOnlyList<string> Via, int Tries, bool KeysTold, int Step, bool Aside = false, string? Ticket = null)
{
    /// <summary>Three times three: after that nobody is listening any more.</summary>
    public const int MostTries = 8;

    /// <summary>A longer way back is forgotten at its far end; nobody presses back twelve times.</summary>
    private const int LongestWay = 12;

    private const int LongestQuery = 2000;

    public static CallPlace Entering(Language language, string node) => new(language, node, [], Tries: 0, KeysTold: false, Step: 1);

    /// <summary>Total: whatever the query holds gives a place, in doubt a fresh one at the node.</summary>
    public static CallPlace Read(Language language, string node, IQueryCollection query)
    {
        return new CallPlace(
            language,
            node,
            ReadWay(query["via"].ToString()),
            ReadNumber(query["tries"].ToString(), MostTries),
            IsSet(query["told"].ToString()),
            ReadNumber(query["step"].ToString(), most: 9999),
            IsSet(query["aside"].ToString()),
            Routing.Ticket.TryParse(query["ticket"], out var ticket) ? ticket!.ToString() : null);
    }

    /// <summary>The place in the URL of a step, as far as it can be read: the language, and how often the caller tried there.</summary>
    public static (Language? Language, int Tries) ReadUrl(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Query.Length > LongestQuery)
        {
            return (null, 0);
        }

        Language? language = null;
        foreach (var segment in parsed.Segments)
        {
            if (LanguageCodes.TryParse(segment.TrimEnd('/'), out var found))
            {
                language = found;
                break;
            }
        }

        var tries = QueryHelpers.ParseQuery(parsed.Query).TryGetValue("tries", out var told) ? told.ToString() : "";
        return (language, ReadNumber(tries, MostTries));
    }

    public CallPlace GoTo(string node) => this with { Node = node, Via = [.. Via.Skip(Via.Count - LongestWay + 1), Node], Tries = 0, Aside = false };

    /// <summary>The place from which the caller came, or null at the start of the way.</summary>
    public CallPlace? Back() => Via.Count > 0 ? this with { Node = Via[^1], Via = [.. Via.Take(Via.Count - 1)], Tries = 0, Aside = false } : null;

    /// <summary>The relative URL of a step at this place, under <c>/voice</c>: letters, digits and <c>-./?=&amp;</c> only.</summary>
    public string Url(string step)
    {
        Span<char> buffer = stackalloc char[256];
        var url = new DefaultInterpolatedStringHandler(literalLength: 0, formattedCount: 0, CultureInfo.InvariantCulture, buffer);
        url.AppendLiteral("/voice/");
        url.AppendLiteral(step);
        url.AppendLiteral("/");
        url.AppendLiteral(Language.Code());
        url.AppendLiteral("/");
        url.AppendLiteral(Node);
        url.AppendLiteral("?step=");
        url.AppendFormatted(Step + 1);
        if (Tries > 0)
        {
            url.AppendLiteral("&tries=");
            url.AppendFormatted(Tries);
        }

        if (KeysTold)
        {
            url.AppendLiteral("&told=1");
        }

        if (Aside)
        {
            url.AppendLiteral("&aside=1");
        }

        if (Ticket is not null)
        {
            url.AppendLiteral("&ticket=");
            url.AppendLiteral(Ticket);
        }

        for (var i = 0; i < Via.Count; i++)
        {
            url.AppendLiteral(i == 0 ? "&via=" : ".");
            url.AppendLiteral(Via[i]);
        }

        return url.ToStringAndClear();
    }

    private static string[] ReadWay(string text)
    {
        if (text.Length is 0 or > LongestQuery)
        {
            return [];
        }

        var names = text.Split('.');
        return names.Length <= LongestWay && Array.TrueForAll(names, IsNodeName) ? names : [.. names.Where(IsNodeName).TakeLast(LongestWay)];
    }

    private static bool IsSet(string text) => string.Equals(text, "1", StringComparison.Ordinal);

    private static bool IsNodeName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static int ReadNumber(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : 0;
}
