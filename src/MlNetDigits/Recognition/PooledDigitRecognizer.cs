using Microsoft.Extensions.ML;
using Microsoft.Extensions.Options;
using Microsoft.ML;
using MlNetDigits.Datasets;

namespace MlNetDigits.Recognition;

/// <summary>Recognizes digits with a pool's engines, always with its present model.</summary>
/// <param name="pool">The pool that has the model.</param>
/// <param name="options">The context that pools share.</param>
/// <param name="name">The model's name in the pool; empty for the one without.</param>
internal sealed class PooledDigitRecognizer(PredictionEnginePool<DigitImage, DigitPrediction> pool, IOptions<MLOptions> options, string name) : IDigitRecognizer
{
    public IReadOnlyList<string> ClassNames => Description.ClassNames;

    public ImageForm Form => Description.Form;

    public bool HasRejection => Description.HasRejection;

    private DigitModelDescription Description => DigitModelDescription.Of(pool.GetModel(name))!;

    public DigitPrediction Predict(DigitImage image)
    {
        DigitImage.Validate(image);
        return ReadingChoice.Predict(image, reading => pool.Predict(name, reading));
    }

    public DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images) => ReadingChoice.Predict(images, Score);

    private DigitPrediction[] Score(IReadOnlyList<DigitImage> images)
    {
        while (true)
        {
            // An engine that is out keeps its model alive through a reload; it is of this model when none came between.
            ITransformer model = pool.GetModel(name);
            var engine = pool.GetPredictionEngine(name);
            try
            {
                if (ReferenceEquals(model, pool.GetModel(name)))
                    return DigitBatch.Predict(options.Value.MLContext, model, images);
            }
            finally
            {
                pool.ReturnPredictionEngine(name, engine);
            }
        }
    }
}
