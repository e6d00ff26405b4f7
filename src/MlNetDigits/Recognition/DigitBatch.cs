using Microsoft.ML;

namespace MlNetDigits.Recognition;

/// <summary>Scores many images through one data view, which runs the network in batches.</summary>
internal static class DigitBatch
{
    /// <summary>Validates all images, then scores them in order.</summary>
    public static DigitPrediction[] Predict(MLContext ml, ITransformer model, IReadOnlyList<DigitImage> images)
    {
        Validate(images);
        if (images.Count == 0)
            return [];

        var scored = model.Transform(ml.Data.LoadFromEnumerable(images));
        return [.. ml.Data.CreateEnumerable<DigitPrediction>(scored, reuseRowObject: false, ignoreMissingColumns: true)];
    }

    /// <summary>Checks each image, whose place errors tell.</summary>
    public static void Validate(IReadOnlyList<DigitImage> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        for (var i = 0; i < images.Count; i++)
            DigitImage.Validate(images[i], i);
    }
}
