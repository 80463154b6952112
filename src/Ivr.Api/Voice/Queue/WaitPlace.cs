using System.Globalization;
using System.Text;
using Infoline.Prompts;
using Infoline.Routing;

namespace Infoline.Ivr.Voice.Queue;

/// <summary>
/// A waiting caller's ticket, and what they have been told. It rides whole in the URL of the wait loop, so that every turn can put
/// a lost entry back in its old place, on any node and on an empty store.
/// </summary>
/// <param name="Language">The language of the call.</param>
/// <param name="Node">The menu node from which the caller asked for a consultant, and to which they can go back.</param>
/// <param name="Ticket">What the queue needs to know.</param>
/// <param name="Quiet">Whether the caller waits without music.</param>
/// <param name="Turn">Counts the turns of the loop from 0.</param>
/// <param name="Step">The step of the call at which the caller asked, so that the way through the menu goes on from there.</param>
/// <param name="Told">What the caller has been told so far.</param>
/// <param name="Tries">How many times in a row the caller pressed nothing or a wrong key in the menu; a refusal that nobody hears goes on from there.</param>
internal sealed record WaitPlace(Language Language, string Node, Ticket Ticket, bool Quiet, int Turn, int Step, ToldSoFar Told, int Tries = 0)
{
    /// <summary>Whether the caller waits, as against one whom the queue could not take.</summary>
    public bool IsInQueue => Turn > 0;

    public static WaitPlace Entering(CallPlace at, Ticket ticket) => new(at.Language, at.Node, ticket, Quiet: false, Turn: 0, at.Step, ToldSoFar.Nothing, at.Tries);

    /// <summary>The place in the menu from which the caller asked.</summary>
    public CallPlace InMenu(string node) => CallPlace.Entering(Language, node) with { KeysTold = true, Step = Step };

    /// <summary>Reads what <see cref="Url"/> wrote; null when there is no ticket of this call, so that the caller is given a new one.</summary>
    public static WaitPlace? Read(Language language, string node, CallId call, IQueryCollection query, DateTimeOffset now)
    {
        if (!Ticket.TryParse(query["ticket"], out var ticket) || ticket!.Call != call || ticket.ArrivedAt > now)
            return null;
        return new WaitPlace(
            language,
            node,
            ticket,
            Flag(query["quiet"]),
            Number(query["turn"], most: 99_999),
            Number(query["step"], most: 9999),
            new ToldSoFar(Number(query["place"], most: 9999), Instant(query["told"]), Flag(query["languages"]), Flag(query["callback"])),
            Number(query["tries"], CallPlace.MostTries));
    }

    /// <summary>The relative URL of a step of this caller, under <c>/voice</c>.</summary>
    public string Url(string step)
    {
        var url = new StringBuilder(256).Append("/voice/").Append(step).Append('/').Append(Language.Code()).Append('/').Append(Node)
            .Append("?ticket=").Append(Ticket)
            .Append(CultureInfo.InvariantCulture, $"&turn={Turn}&step={Step}");
        if (Told.Place > 0)
            url.Append(CultureInfo.InvariantCulture, $"&place={Told.Place}&told={Told.At.ToUnixTimeMilliseconds()}");
        if (Tries > 0)
            url.Append(CultureInfo.InvariantCulture, $"&tries={Tries}");
        foreach (var (set, name) in ((bool, string)[])[(Quiet, "quiet"), (Told.LanguagesOffered, "languages"), (Told.CallbackOffered, "callback")])
        {
            if (set)
                url.Append('&').Append(name).Append("=1");
        }

        return url.ToString();
    }

    private static bool Flag(string? text) => string.Equals(text, "1", StringComparison.Ordinal);

    private static int Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : 0;

    private static DateTimeOffset Instant(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.UnixEpoch;
}

/// <summary>What a waiting caller has been told, so that it is not told twice.</summary>
/// <param name="Place">The place last told; 0 for none.</param>
/// <param name="At">When it was told.</param>
/// <param name="LanguagesOffered">Whether the other languages have been offered.</param>
/// <param name="CallbackOffered">Whether the callback has been offered.</param>
internal sealed record ToldSoFar(int Place, DateTimeOffset At, bool LanguagesOffered, bool CallbackOffered)
{
    public static ToldSoFar Nothing { get; } = new(0, DateTimeOffset.UnixEpoch, LanguagesOffered: false, CallbackOffered: false);
}
