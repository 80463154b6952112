using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>A refusal as the vendor's API words it: an HTTP status, and a body with the vendor's own code.</summary>
internal sealed class RestError(int status, int code, string message) : Exception(message)
{
    public int Code => code;

    public static RestError Unauthenticated => new(StatusCodes.Status401Unauthorized, 20003, "Authenticate");

    public static RestError NotFound(string what) => new(StatusCodes.Status404NotFound, 20404, $"The requested resource {what} was not found");

    public static RestError Bad(int code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public IResult Result() => Results.Json(
        new ErrorResource(code, Message, $"https://www.twilio.com/docs/errors/{code}", status), RestJson.Default.ErrorResource, statusCode: status);
}
