using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/read</c>.</summary>
internal static class ReadEndpoint
{
    public static void MapRead(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/read", Read)
        .WithTags("Reading")
        .WithSummary("Reads all digits of a picture, line by line.")
        .WithDescription("Takes what /v1/predict takes: best an image as the body. Answers lines from top to bottom with their digits, boxes, confidences and alternatives; none when there is no digit.")
        .Scores<PredictRequest, ReadResponse>()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ReadOptions.Document(operation);
            return Task.CompletedTask;
        });

    [Protected]
    private static async Task Read(HttpContext context, ServedModels models, BodyReader bodies, PageReader pages, string? model, string? length, string? pattern, string? checksum)
    {
        var served = models.Get(model);
        var known = ReadOptions.Parse(length, pattern, checksum);
        // What cannot be read is told before the picture is awaited.
        pages.RequireReadable(served, known);
        var picture = await bodies.ReadPicture(context);
        var reading = await pages.Read(served, picture, known, context.RequestAborted);
        var answer = new ReadResponse
        {
            Model = served.Name,
            Text = reading.Text,
            Lines = reading.Lines,
            Others = reading.Others,
            Width = reading.Width,
            Height = reading.Height,
            Frames = picture.Frames > 1 ? picture.Frames : null,
        };
        await JsonAnswer.Write(context.Response, answer, WebJson.Default.ReadResponse);
    }
}
