using System.Globalization;

namespace Infoline.PhoneNetwork;

/// <summary>The fields that every request about a call carries ("TwiML Voice: request parameters").</summary>
internal static class CallParameters
{
    /// <summary>Fields about where the two ends are; empty for numbers that the vendor knows nothing about, but always sent.</summary>
    private static readonly string[] Places =
        ["FromCity", "FromState", "FromZip", "FromCountry", "ToCity", "ToState", "ToZip", "ToCountry",
         "CallerCity", "CallerState", "CallerZip", "CallerCountry", "CalledCity", "CalledState", "CalledZip", "CalledCountry"];

    public static IEnumerable<KeyValuePair<string, string>> Of(Call call, string accountSid)
    {
        yield return new("CallSid", call.Sid);
        yield return new("AccountSid", accountSid);
        yield return new("From", call.From);
        yield return new("To", call.To);
        yield return new("Caller", call.From);
        yield return new("Called", call.To);
        yield return new("CallStatus", call.Status);
        yield return new("ApiVersion", "2010-04-01");
        yield return new("Direction", call.Direction);
        if (call.ParentSid is { } parent)
            yield return new("ParentCallSid", parent);
        if (call.AnsweredBy is { } answeredBy)
            yield return new("AnsweredBy", answeredBy);
        foreach (var place in Places)
        {
            var number = place.StartsWith("From", StringComparison.Ordinal) || place.StartsWith("Caller", StringComparison.Ordinal) ? call.From : call.To;
            yield return new(place, place.EndsWith("Country", StringComparison.Ordinal) ? Country(number) : "");
        }
    }

    public static (string Name, string Value)[] OfProgress(Call call, string progress, DateTimeOffset now)
    {
        var about = new List<(string, string)>
        {
            ("Timestamp", now.ToString("r", CultureInfo.InvariantCulture)),
            ("CallbackSource", "call-progress-events"),
            ("SequenceNumber", call.NextSequence().ToString(CultureInfo.InvariantCulture)),
        };
        if (progress == "completed")
        {
            var seconds = call.DurationInSeconds;
            about.Add(("CallDuration", seconds.ToString(CultureInfo.InvariantCulture)));
            about.Add(("Duration", ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture)));
        }

        return [.. about];
    }

    private static string Country(string number) => number switch
    {
        ['+', '4', '8', ..] => "PL",
        ['+', '3', '8', '0', ..] => "UA",
        _ => "",
    };
}
