using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/predict</c>.</summary>
/// <remarks>It holds the services, as asking for them would make a scope for each request.</remarks>
internal sealed class PredictEndpoint(ServedModels models, BodyReader reader)
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/v1/predict", ActivatorUtilities.CreateInstance<PredictEndpoint>(app.ServiceProvider).Predict)
        .WithTags("Prediction")
        .WithSummary("Recognizes one digit.")
        .WithDescription("Takes 784 numbers as JSON, or an image (PNG, JPEG, WebP, GIF, TIFF, BMP, PNM) as the body or as a file of a multipart form. An image is brought into the form of those that the model was trained on: for digits as MNIST was made.")
        .Scores<PredictRequest, PredictResponse>();

    [Protected]
    private async Task Predict(HttpContext context, string? model)
    {
        var served = models.Get(model);
        using var read = await reader.Read(context, served.Describe().Form);
        var (prediction, answering) = served.Predict(read);
        await JsonAnswer.Write(context.Response, PredictResponse.Of(served.Name, prediction, answering.ClassNames, served.Threshold, read), WebJson.Default.PredictResponse);
    }
}
