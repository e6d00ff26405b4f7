using System.Text.Json;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/predict</c>.</summary>
internal static class PredictEndpoint
{
    public static void MapPredict(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/predict", Predict)
        .WithTags("Prediction")
        .WithSummary("Recognizes one digit.")
        .WithDescription("Takes 784 numbers as JSON, or an image (PNG, JPEG, WebP, GIF, TIFF) as the body or as a file of a multipart form. An image is normalized as MNIST was made.")
        .Accepts<PredictRequest>("application/json", "image/*", "application/octet-stream", "multipart/form-data")
        .Produces<PredictResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task Predict(HttpContext context, ServedModels models, DigitReader reader, string? model)
    {
        var served = models.Get(model);
        var read = await reader.Read(context);
        var prediction = served.Recognizer.Predict(read.Image);
        var answer = new PredictResponse
        {
            Model = served.Name,
            Digit = prediction.Digit,
            Confidence = prediction.Confidence,
            Probabilities = prediction.Score,
            Pixels = read.Normalized is null ? null : Array.ConvertAll(read.Normalized, pixel => (int)pixel),
        };
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, WebJson.Default.PredictResponse, context.RequestAborted);
    }
}
