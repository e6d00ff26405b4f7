using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Security;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>GET /v1/models</c> and <c>GET /v1/model</c>.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/models", List).WithTags("Models").WithSummary("Lists the models.");
        app.MapGet("/v1/model", Describe).WithTags("Models").WithSummary("Describes a model.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    [Protected]
    private static Ok<ModelsResponse> List(ServedModels models, DigitServiceOptions options) => TypedResults.Ok(new ModelsResponse
    {
        Default = models.Default.Name,
        Names = [.. models.All.Select(model => model.Name)],
        Feedback = options.FeedbackFile is not null,
        MaximumBytes = options.Limits.MaximumBytes,
    });

    /// <param name="models">The models.</param>
    /// <param name="model">Name of the model; default the service's default model.</param>
    [Protected]
    private static Ok<ModelResponse> Describe(ServedModels models, string? model)
    {
        var served = models.Get(model);
        var description = served.Describe();
        var facts = description.Metadata;
        return TypedResults.Ok(new ModelResponse
        {
            Name = served.Name,
            IsDefault = served == models.Default,
            Classes = description.ClassNames,
            Normalization = description.Form.Normalization.ToString().ToLowerInvariant(),
            Polarity = description.Form.Polarity.ToString().ToLowerInvariant(),
            RejectionThreshold = description.HasRejection ? served.Threshold : null,
            Format = description.Format,
            Length = description.Length,
            Sha256 = description.Sha256,
            Architecture = facts.GetValueOrDefault("architecture"),
            Parameters = long.TryParse(facts.GetValueOrDefault("parameters"), CultureInfo.InvariantCulture, out var parameters) ? parameters : null,
            TestAccuracy = double.TryParse(facts.GetValueOrDefault("test.microAccuracy"), CultureInfo.InvariantCulture, out var accuracy) ? accuracy : null,
            Metadata = facts,
        });
    }
}
