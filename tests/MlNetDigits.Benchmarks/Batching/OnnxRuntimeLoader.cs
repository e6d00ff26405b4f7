using Microsoft.Extensions.ML;
using Microsoft.Extensions.Primitives;
using Microsoft.ML;
using MlNetDigits.Recognition;

namespace MlNetDigits.Benchmarks.Batching;

/// <summary>Gives a pool a model that ONNX Runtime computes, single rows too.</summary>
internal sealed class OnnxRuntimeLoader(MLContext ml, string path) : ModelLoader
{
    private readonly ITransformer _model = ml.Transforms
        .ApplyOnnxModel([nameof(DigitPrediction.Score), nameof(DigitPrediction.PredictedLabel)], [nameof(DigitImage.Pixels)], path)
        .Fit(ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>()));

    public override ITransformer GetModel() => _model;

    public override IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);
}
