using Infoline.Ivr.Voice.Telephony;
using Microsoft.Extensions.Caching.Memory;
using PhoneNumbers;

namespace Infoline.Ivr.Conversations;

/// <summary>The number of a caller for the eyes of the consultant who speaks with them. The network knows it; it is asked once for a call and nothing is stored.</summary>
internal sealed class CallerNumbers(CallControl network, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>As people write it; empty when withheld or while the network cannot be asked.</summary>
    public async Task<string> OfAsync(LiveConversation live, CancellationToken cancel)
    {
        var key = ("caller", live.Reservation.Call);
        if (cache.TryGetValue(key, out string? known))
            return known!;
        var number = live.Call.CallbackNumber ?? await network.OtherSideAsync(live.Reservation.Call.Value, cancel);
        return number is null ? "" : cache.Set(key, ForPeople(number), new MemoryCacheEntryOptions { Size = 64, AbsoluteExpirationRelativeToNow = Kept });
    }

    private static string ForPeople(string number)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return number.Length == 0 ? "" : numbers.Format(numbers.Parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return number;
        }
    }
}
