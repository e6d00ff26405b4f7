using Microsoft.AspNetCore.Http.HttpResults;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Feedback;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/feedback</c>.</summary>
internal static class FeedbackEndpoint
{
    public static void MapFeedback(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/feedback", Add)
        .WithTags("Feedback")
        .WithSummary("Keeps a correction: a digit and what it is.")
        .RequireRateLimiting(LimitServices.Scoring)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    [Protected]
    private static Created<FeedbackResponse> Add(FeedbackRequest request, FeedbackBox box) => TypedResults.Created((string?)null, box.Add(request));
}
