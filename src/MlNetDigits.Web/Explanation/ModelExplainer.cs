using Microsoft.ML;
using MlNetDigits.Explanation;
using MlNetDigits.Images;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Contract;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Explanation;

/// <summary>Explains one model's answers, one at a time; follows the model's exchange.</summary>
internal sealed class ModelExplainer(ServedModel served) : IDisposable
{
    private const int DigitSide = DigitNormalizer.Side;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly MLContext _context = new();
    private ITransformer? _model;
    private DigitExplainer? _explainer;

    /// <summary>Explains the answer for a digit.</summary>
    /// <param name="read">The digit.</param>
    /// <param name="withSaliency">Whether to cover the image patch by patch, which takes longest.</param>
    /// <param name="cancellation">Stops waiting for a turn.</param>
    /// <exception cref="RequestException">The model cannot be explained.</exception>
    public async Task<ExplainResponse> Explain(RequestDigit read, bool withSaliency, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var span = Spans.Explain(served.Name);
            Follow();
            served.RequireForm(read, _explainer!.Form);
            return Answer(_explainer.Explain(read.Image, new ExplanationOptions { Top = 1, Occlusion = withSaliency ? new OcclusionOptions() : null }));
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, "not-explainable", error.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _explainer?.Dispose();
        _turn.Dispose();
    }

    private void Follow()
    {
        var model = served.Transformer;
        if (ReferenceEquals(model, _model) && _explainer is not null)
            return;
        _explainer?.Dispose();
        _explainer = null;
        _explainer = DigitExplainer.FromOnnx(_context.Model.ToOnnx(model, _context.Data.LoadFromEnumerable(Array.Empty<DigitImage>()).Schema));
        _model = model;
    }

    private ExplainResponse Answer(DigitExplanation explanation) => new()
    {
        Model = served.Name,
        Label = explanation.Top[0].Name,
        Digit = ModelClasses.DigitOf(explanation.Top[0].Name),
        Rejected = explanation.DigitProbability is { } digitScore ? digitScore < served.Threshold : null,
        DigitScore = explanation.DigitProbability,
        Confidence = explanation.Top[0].Probability,
        Probabilities = explanation.Scores,
        Pixels = Array.ConvertAll(explanation.Image.Pixels, pixel => (int)MathF.Round(pixel)),
        Layers = [.. explanation.FeatureMaps.Select(maps => new LayerMaps(maps.Layer.Name, maps.Layer.Channels, maps.Layer.Height, maps.Layer.Width, Shades.Of(maps.Values)))],
        Saliency = explanation.Occlusions is [var occlusion, ..] ? new HeatMap(occlusion.Class.Name, ModelClasses.DigitOf(occlusion.Class.Name), DigitSide, DigitSide, Shades.Of(occlusion.Values)) : null,
        Activation = explanation.ClassActivations is [var map, ..] ? new HeatMap(map.Class.Name, ModelClasses.DigitOf(map.Class.Name), map.Layer.Height, map.Layer.Width, Shades.Of(map.Values), map.Layer.Name) : null,
    };
}
