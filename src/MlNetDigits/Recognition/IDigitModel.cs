namespace MlNetDigits.Recognition;

/// <summary>A loaded digit model that answers valid images; safe under many threads.</summary>
internal interface IDigitModel : IDisposable
{
    /// <summary>Names of the classes in the order of scores.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>Scores one image.</summary>
    DigitPrediction Predict(DigitImage image);

    /// <summary>Scores many images in order.</summary>
    DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images);
}
