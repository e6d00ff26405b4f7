using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/predict</c>.</summary>
internal static class PredictEndpoint
{
    public static void MapPredict(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/predict", Predict)
        .WithTags("Prediction")
        .WithSummary("Recognizes one digit.")
        .WithDescription("Takes 784 numbers as JSON, or an image (PNG, JPEG, WebP, GIF, TIFF) as the body or as a file of a multipart form. An image is normalized as MNIST was made.")
        .Scores<PredictRequest, PredictResponse>();

    [Protected]
    private static async Task Predict(HttpContext context, ServedModels models, DigitReader reader, string? model)
    {
        var served = models.Get(model);
        using var read = await reader.Read(context);
        var prediction = served.Predict(read.Image);
        await JsonAnswer.Write(context.Response, PredictResponse.Of(served.Name, prediction, read.Normalized), WebJson.Default.PredictResponse);
    }
}
