using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Explanation;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>POST /v1/explain</c>.</summary>
internal static class ExplainEndpoint
{
    public static void MapExplain(this IEndpointRouteBuilder app) => app
        .MapPost("/v1/explain", Explain)
        .WithTags("Explanation")
        .WithSummary("Shows what a network sees in a digit.")
        .WithDescription("Takes what /v1/predict takes, and adds every layer's feature maps, saliency by occlusion (left out with saliency=false) and Grad-CAM.")
        .Scores<PredictRequest, ExplainResponse>();

    [Protected]
    private static async Task Explain(HttpContext context, ServedModels models, Explainers explainers, BodyReader reader, string? model, bool saliency = true)
    {
        var served = models.Get(model);
        using var read = await reader.Read(context, served.Describe().Form);
        var answer = await explainers.Of(served).Explain(read, saliency, context.RequestAborted);
        await JsonAnswer.Write(context.Response, answer, WebJson.Default.ExplainResponse);
    }
}
