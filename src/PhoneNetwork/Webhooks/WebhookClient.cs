using System.Diagnostics;
using System.Net;
using System.Text;

namespace Infoline.PhoneNetwork.Webhooks;

/// <summary>Sends signed requests to the application under the documented limits: time-outs, retries, HTTP redirects.</summary>
internal sealed class WebhookClient(HttpClient http, Pace pace, Func<string> newToken, DisturbanceBook disturbances)
{
    private const int MaxRedirects = 10;

    /// <summary>Asks once, with the retries that the URL's overrides allow. Never throws for what the application does.</summary>
    public async Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancel)
    {
        var limits = ConnectionOverrides.From(request.Url);
        var token = newToken();
        using var total = new CancellationTokenSource(limits.Total, pace.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancel);
        for (var attempt = 0; ; attempt++)
        {
            var started = pace.Clock.GetTimestamp();
            var real = Stopwatch.GetTimestamp();
            var (answer, failure) = await DisturbedAsync(request, token, limits, attempt, stop.Token);
            var took = pace.IsVirtual ? Stopwatch.GetElapsedTime(real) : pace.Clock.GetElapsedTime(started);
            request.Call?.Transcript.Webhook(request, answer, took);
            if (failure is null || attempt >= limits.Retries || !limits.Retry(failure) || stop.IsCancellationRequested)
                return answer;
        }
    }

    private async Task<(WebhookAnswer Answer, string? Failure)> DisturbedAsync(
        WebhookRequest request, string token, ConnectionOverrides limits, int attempt, CancellationToken stop)
    {
        var disturbance = request.Purpose == "document" ? disturbances.OfDocument(request.Url.AbsolutePath) : attempt == 0 ? request.Disturbance : null;
        if (disturbance is not null)
            request.Call?.Transcript.Note(TranscriptKind.Disturbance, $"{request.Method} {request.Url.PathAndQuery}: {disturbance}");
        switch (disturbance)
        {
            case Disturbance.IsLost:
                // A document is tried again as after any failed connection; a lost callback stays lost.
                return (new WebhookAnswer(request.Url, 0, "", "", 11205, "Cannot connect"), request.Purpose == "document" ? "ct" : null);
            case Disturbance.IsRefused refused:
                return Judge(request.Url, refused.Status, "", "");
            case Disturbance.IsAnswered answered:
                await TryAsync(request, token, limits, stop);
                return Judge(request.Url, answered.Status, "", "");
            case Disturbance.LosesAnswer:
                return await DelayedAsync(request, token, limits, Timeout.InfiniteTimeSpan, stop);
            case Disturbance.IsLate late:
                return await DelayedAsync(request, token, limits, late.By, stop);
            case Disturbance.IsRepeated repeated:
                for (var i = 1; i <= repeated.Times; i++)
                    pace.RunAfter(i * repeated.Apart, () => TryAsync(request, token, limits, CancellationToken.None));
                return await TryAsync(request, token, limits, stop);
            default:
                return await TryAsync(request, token, limits, stop);
        }
    }

    /// <summary>The answer is there in time but comes back late, or never.</summary>
    private async Task<(WebhookAnswer Answer, string? Failure)> DelayedAsync(
        WebhookRequest request, string token, ConnectionOverrides limits, TimeSpan delay, CancellationToken stop)
    {
        var result = await TryAsync(request, token, limits, stop);
        var patience = limits.Read < limits.Total ? limits.Read : limits.Total;
        var isLate = delay == Timeout.InfiniteTimeSpan || delay >= patience;
        await pace.Delay(isLate ? patience : delay);
        return isLate ? (TimedOut(request.Url, patience), "rt") : result;
    }

    private static WebhookAnswer TimedOut(Uri url, TimeSpan limit) => new(url, 0, "", "", 11205, $"No answer within {limit.TotalSeconds} s");

    private async Task<(WebhookAnswer Answer, string? Failure)> TryAsync(
        WebhookRequest request, string token, ConnectionOverrides limits, CancellationToken stop)
    {
        var url = request.Url;
        var method = request.Method;
        var form = request.Form;
        using var read = new CancellationTokenSource(limits.Read, pace.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(read.Token, stop);
        try
        {
            for (var hop = 0; hop <= MaxRedirects; hop++)
            {
                using var message = Message(ref url, method, form, request.AuthToken, token);
                using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                {
                    url = new Uri(url, location);
                    if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                        (method, form) = (HttpMethod.Get, []);
                    continue;
                }

                var body = await response.Content.ReadAsStringAsync(either.Token);
                return Judge(url, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType?.ToUpperInvariant() ?? "", body);
            }

            return (new WebhookAnswer(url, 0, "", "", 11215, "Too many HTTP redirects"), null);
        }
        catch (OperationCanceledException)
        {
            return (TimedOut(url, stop.IsCancellationRequested ? limits.Total : limits.Read), "rt");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError)
        {
            return (new WebhookAnswer(url, 0, "", "", 11205, "Cannot connect"), "ct");
        }
        catch (HttpRequestException e)
        {
            return (new WebhookAnswer(url, 0, "", "", 11200, $"HTTP failed: {e.HttpRequestError}"), null);
        }
    }

    private static HttpRequestMessage Message(
        ref Uri url, HttpMethod method, IReadOnlyList<KeyValuePair<string, string>> form, string authToken, string token)
    {
        if (method == HttpMethod.Get && form.Count > 0)
            url = WithQuery(url, form);
        var signed = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        var message = new HttpRequestMessage(method, signed);
        if (method != HttpMethod.Get)
            message.Content = new FormUrlEncodedContent(form);
        if (url.UserInfo.Length > 0)
            message.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(url.UserInfo))));
        message.Headers.Add("X-Twilio-Signature", RequestSignature.Compute(authToken, signed, method == HttpMethod.Get ? [] : form));
        message.Headers.Add("I-Twilio-Idempotency-Token", token);
        message.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        message.Headers.Accept.ParseAdd("*/*");
        return message;
    }

    private static Uri WithQuery(Uri url, IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var query = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return new UriBuilder(url) { Query = url.Query.Length > 1 ? url.Query[1..] + "&" + query : query }.Uri;
    }

    private static (WebhookAnswer Answer, string? Failure) Judge(Uri url, int status, string type, string body)
    {
        return status switch
        {
            >= 200 and < 300 => (new WebhookAnswer(url, status, type, body), null),
            >= 500 => (new WebhookAnswer(url, status, type, body, 11200, $"HTTP {status}"), "5xx"),
            _ => (new WebhookAnswer(url, status, type, body, 11200, $"HTTP {status}"), "4xx"),
        };
    }
}
