namespace Twilio.Security;

/// <summary>Reads and varies a signed URL as text, so that not a byte of path and query changes.</summary>
internal static class SignedUrl
{
    /// <summary>The URL without its port when it has one; with the scheme's own port when it has none, or had another.</summary>
    public static IEnumerable<string> PortVariations(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
            yield break;
        var secure = url.AsSpan(0, start).Equals("https", StringComparison.OrdinalIgnoreCase);
        start += 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var offset and >= 0 ? start + offset : url.Length;
        var authority = url[start..end];
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf(']') && colon > authority.LastIndexOf('@');
        var host = hasPort ? authority[..colon] : authority;
        var standardPort = secure ? ":443" : ":80";

        if (hasPort)
            yield return url[..start] + host + url[end..];
        if (!hasPort || !authority.AsSpan(colon).SequenceEqual(standardPort))
            yield return url[..start] + host + standardPort + url[end..];
    }

    /// <summary>The last <c>bodySHA256</c> of the query, or null.</summary>
    public static string? BodyHash(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return null;
        var fragment = url.IndexOf('#', query);
        string? hash = null;
        foreach (var parameter in url[(query + 1)..(fragment < 0 ? url.Length : fragment)].Split('&'))
        {
            if (parameter.StartsWith("bodySHA256=", StringComparison.Ordinal))
                hash = Uri.UnescapeDataString(parameter["bodySHA256=".Length..]);
        }

        return hash;
    }
}
