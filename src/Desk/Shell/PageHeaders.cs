using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Infoline.Desk.Shell;

/// <summary>
/// What browsers must not do with the pages: run scripts of others, be framed, keep pages of people in a cache. Styles may be
/// inline, because MudBlazor writes sizes and palettes that way; scripts may not.
/// </summary>
internal sealed class PageHeaders(RequestDelegate next, IOptions<DeskOptions> options)
{
    private static readonly string[] Places = ["/desk", "/_blazor", "/_framework", "/_content"];

    private readonly string _contentSecurity = string.Join("; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        $"connect-src {string.Join(' ', ["'self'", .. options.Value.ConnectSources])}",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");

    public Task InvokeAsync(HttpContext http)
    {
        if (Array.Exists(Places, place => http.Request.Path.StartsWithSegments(place, StringComparison.Ordinal)))
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = _contentSecurity;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-cache, no-store";
            }
        }

        return next(http);
    }
}
