using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary>What the endpoints that run a network share.</summary>
internal static class ScoringEndpoint
{
    /// <summary>Documents a body of numbers or images and its errors, and applies the limits.</summary>
    public static RouteHandlerBuilder Scores<TRequest, TResponse>(this RouteHandlerBuilder endpoint)
        where TRequest : notnull => endpoint
        .RequireRateLimiting(LimitServices.Scoring)
        .Accepts<TRequest>("application/json", "image/*", "application/octet-stream", "multipart/form-data")
        .Produces<TResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status408RequestTimeout)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
