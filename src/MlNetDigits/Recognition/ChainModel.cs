using System.Collections.Concurrent;
using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Pipelines;

namespace MlNetDigits.Recognition;

/// <summary>A digit model that ML.NET runs: single images by prediction engines, many by a view.</summary>
internal sealed class ChainModel : IDigitModel
{
    private readonly MLContext _ml;
    private readonly ITransformer _model;
    private readonly ConcurrentBag<PredictionEngine<DigitImage, DigitPrediction>> _engines = [];

    /// <param name="ml">The context.</param>
    /// <param name="model">The model; it is owned.</param>
    /// <param name="form">The form of its images.</param>
    public ChainModel(MLContext ml, ITransformer model, ImageForm form)
    {
        Form = form;
        _ml = ml;
        _model = model;
        DataViewSchema output = model.GetOutputSchema(ml.Data.LoadFromEnumerable(Array.Empty<DigitImage>()).Schema);
        ClassNames = ModelClasses.Of(output);
        HasRejection = output.GetColumnOrNull(nameof(DigitPrediction.DigitScore)) is not null;
    }

    public IReadOnlyList<string> ClassNames { get; }

    public ImageForm Form { get; }

    public bool HasRejection { get; }

    public DigitPrediction Predict(DigitImage image)
    {
        if (!_engines.TryTake(out var engine))
            engine = _ml.Model.CreatePredictionEngine<DigitImage, DigitPrediction>(_model, new PredictionEngineOptions { OwnsTransformer = false });
        try
        {
            return engine.Predict(image);
        }
        finally
        {
            _engines.Add(engine);
        }
    }

    public DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images) => DigitBatch.Predict(_ml, _model, images);

    public void Dispose()
    {
        while (_engines.TryTake(out var engine))
            engine.Dispose();
        (_model as IDisposable)?.Dispose();
    }
}
