using System.Text.Json;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Rest.Wire;

/// <summary>Reads what Twilio answers when it refuses: <c>{"code": 20404, "message": …, "more_info": …, "status": 404}</c>.</summary>
internal static class Refusals
{
    public static ApiException Read(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Read(response, new JsonFields(document.RootElement));
        }
        catch (JsonException)
        {
            // A proxy's page, for example. Its text is all there is to tell.
        }

        return new ApiException($"Api Error: {response.StatusCode} - {(response.Content.Length > 0 ? response.Content : "[no content]")}");
    }

    private static ApiException Read(Response response, JsonFields fields) => new(
        fields.Integer("code") ?? 0,
        (int)response.StatusCode,
        fields.Text("message") ?? $"Unable to make request, {response.StatusCode}",
        fields.Text("more_info"),
        fields.Values("details"));
}
