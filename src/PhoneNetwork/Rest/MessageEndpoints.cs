using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>Messages: send, read, list.</summary>
internal static class MessageEndpoints
{
    private const int MaxBody = 1600;

    public static void Map(RestRoutes routes)
    {
        routes.Post("/Messages.json", Create);
        routes.Get("/Messages.json", List);
        routes.Get("/Messages/{message}.json", rest => Results.Json(
            Resource(rest, rest.Network.Messages.Of(rest.Route("message")) ?? throw RestError.NotFound($"{rest.Base}/Messages/{rest.Route("message")}.json")),
            RestJson.Default.MessageResource));
    }

    private static IResult Create(RestCall rest)
    {
        var (to, from, body) = (rest.Form.Text("To"), rest.Form.Text("From"), rest.Form.Text("Body"));
        if (to.Length == 0)
            throw RestError.Bad(21604, "A 'To' phone number is required");
        if (PhoneAddress.Of(to) is not PhoneAddress.Number)
            throw RestError.Bad(21211, $"Invalid 'To' Phone Number: {to}");
        if (from.Length == 0)
            throw RestError.Bad(21603, "A 'From' phone number is required");
        if (rest.Network.NumberOf(from) is null)
            throw RestError.Bad(21606, $"The 'From' phone number {from} is not a valid, message-capable number of the account");
        if (body.Length == 0)
            throw RestError.Bad(21602, "Message body is required");
        if (body.Length > MaxBody)
            throw RestError.Bad(21617, $"The concatenated message body exceeds the {MaxBody} character limit");
        var message = rest.Network.Messages.Send(from, to, body, rest.Form.Callback("StatusCallback"));
        return Results.Json(Resource(rest, message), RestJson.Default.MessageResource, statusCode: StatusCodes.Status201Created);
    }

    private static IResult List(RestCall rest)
    {
        var (to, from) = (rest.Form.Text("To"), rest.Form.Text("From"));
        return RestApi.Page(
            rest, "messages",
            rest.Network.Messages.All.Where(message => (to.Length == 0 || message.To == to) && (from.Length == 0 || message.From == from))
                .Select(message => Resource(rest, message)),
            RestJson.Default.MessageResource);
    }

    private static MessageResource Resource(RestCall rest, TextMessage message) => new(
        message.Sid, rest.AccountSid, "2010-04-01", message.Body, RestApi.Date(message.CreatedAt), RestApi.Date(message.UpdatedAt),
        message.Status == "queued" ? null : RestApi.Date(message.UpdatedAt), "outbound-api", message.From, message.To, message.Status,
        message.Segments.ToString(CultureInfo.InvariantCulture), "0", message.ErrorCode, null, null, null, "USD",
        $"{rest.Base}/Messages/{message.Sid}.json");
}
