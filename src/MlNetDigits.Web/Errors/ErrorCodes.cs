namespace MlNetDigits.Web.Errors;

/// <summary>The word that programs tell an error by, and what is told to people when nothing better is known.</summary>
internal static class ErrorCodes
{
    /// <summary>Completes problem details that the framework made.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var (code, detail) = Of(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Extensions.TryAdd("code", code);
        problem.Detail ??= detail;
        problem.Extensions.Remove("traceId");
    }

    /// <summary>The code of an HTTP status.</summary>
    public static (string Code, string? Detail) Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ("unauthorized", "This service wants a key: send it as X-Api-Key, or as Authorization: Bearer."),
        StatusCodes.Status404NotFound => ("not-found", "There is nothing at this address: /openapi/v1.json tells what there is."),
        StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "This address takes another method: the header Allow tells which."),
        StatusCodes.Status408RequestTimeout => ("too-slow", "The request took too long to arrive: send it again."),
        StatusCodes.Status413PayloadTooLarge => ("too-large", "The request is larger than this service allows: make the image smaller, or the batch."),
        StatusCodes.Status415UnsupportedMediaType => ("unsupported-type", "The body's type is not one of application/json, image/*, application/octet-stream and multipart/form-data: set Content-Type."),
        StatusCodes.Status429TooManyRequests => ("busy", "Too many requests are under way: come again after the seconds in Retry-After."),
        >= 500 => ("internal", "The service failed; its log tells why."),
        _ => ("bad-request", null),
    };
}
