using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/predict/batch</c>.</summary>
internal static class BatchEndpoint
{
    public static void MapBatch(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/predict/batch", Predict)
        .WithTags("Prediction")
        .WithSummary("Recognizes many digits.")
        .WithDescription("Takes images of 784 numbers as JSON, or images as the files of a multipart form. Answers in the same order.")
        .Scores<BatchRequest, BatchResponse>();

    [Protected]
    private static async Task Predict(HttpContext context, ServedModels models, BodyReader reader, string? model)
    {
        var served = models.Get(model);
        var images = await reader.ReadMany(context, served.Describe().Form);
        var (predictions, answering) = served.PredictBatch(images);
        var answer = new BatchResponse
        {
            Model = served.Name,
            Predictions = [.. predictions.Zip(images, (prediction, read) => PredictResponse.Of(served.Name, prediction, answering.ClassNames, served.Threshold, read))],
        };
        await JsonAnswer.Write(context.Response, answer, WebJson.Default.BatchResponse);
    }
}
