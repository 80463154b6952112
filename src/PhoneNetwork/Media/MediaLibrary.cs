using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Infoline.PhoneNetwork.Media;

/// <summary>A piece of audio as it was fetched.</summary>
internal sealed record MediaClip(Uri Url, string ContentType, byte[] Bytes, TimeSpan Length);

/// <summary>Fetches what is played, and keeps it as the answer's cache headers allow.</summary>
internal sealed class MediaLibrary(HttpClient http, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Uri, Kept> _kept = new();

    /// <summary>The clip, or the reason why there is none.</summary>
    public async Task<(MediaClip? Clip, string? Problem)> FetchAsync(Uri url, CancellationToken cancel)
    {
        var kept = _kept.GetValueOrDefault(url);
        if (kept is not null && clock.GetUtcNow() < kept.FreshUntil)
            return (kept.Clip, null);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (kept?.Tag is { } tag)
                request.Headers.IfNoneMatch.Add(tag);
            else if (kept?.Modified is { } modified)
                request.Headers.IfModifiedSince = modified;
            using var response = await http.SendAsync(request, stop.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && kept is not null)
                return (Keep(kept.Clip, response).Clip, null);
            if (!response.IsSuccessStatusCode)
                return (null, $"HTTP {(int)response.StatusCode}");

            var bytes = await response.Content.ReadAsByteArrayAsync(stop.Token);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            return AudioLength.Of(bytes, type) is { } length
                ? (Keep(new MediaClip(url, type, bytes, length), response).Clip, null)
                : (null, $"{bytes.Length} bytes of '{type}' are not audio that can be played");
        }
        catch (OperationCanceledException)
        {
            return (null, "no answer within 15 s");
        }
        catch (HttpRequestException e)
        {
            return (null, $"HTTP failed: {e.HttpRequestError}");
        }
    }

    private Kept Keep(MediaClip clip, HttpResponseMessage response)
    {
        var cache = response.Headers.CacheControl;
        var lifetime = cache switch
        {
            { NoStore: true } or { NoCache: true } => TimeSpan.Zero,
            { MaxAge: { } age } => age,
            _ => response.Content.Headers.Expires - clock.GetUtcNow() ?? TimeSpan.Zero,
        };
        var kept = new Kept(clip, response.Headers.ETag, response.Content.Headers.LastModified, clock.GetUtcNow() + lifetime);
        if (cache is { NoStore: true })
            _kept.TryRemove(clip.Url, out _);
        else
            _kept[clip.Url] = kept;
        return kept;
    }

    private sealed record Kept(MediaClip Clip, EntityTagHeaderValue? Tag, DateTimeOffset? Modified, DateTimeOffset FreshUntil);
}
