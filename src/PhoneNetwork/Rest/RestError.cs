using Microsoft.AspNetCore.Http;

namespace Infoline.PhoneNetwork.Rest;

/// <summary>A refusal as the vendor's API words it: an HTTP status, and a body with the vendor's own code.</summary>
internal sealed class RestError(int status, int code, string message) : Exception(message)
{
    public int Code => code;

    public static RestError Unauthenticated => new(StatusCodes.Status401Unauthorized, 20003, "Authenticate");

    public static RestError NotFound(string what) => new(StatusCodes.Status404NotFound, 20404, $"The requested resource {what} was not found");

    public static RestError Bad(int code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    /// <summary>An answer of something on the way that is not the vendor's API: a status, and a code that says as much.</summary>
    public static IResult Disturbed(int status) => new RestError(
        status, status == StatusCodes.Status429TooManyRequests ? 20429 : 20500, status == StatusCodes.Status429TooManyRequests ? "Too Many Requests" : "Internal Server Error").Result();

    public IResult Result() => Results.Json(
        new ErrorResource(code, Message, $"https://www.twilio.com/docs/errors/{code}", status), RestJson.Default.ErrorResource, statusCode: status);
}
