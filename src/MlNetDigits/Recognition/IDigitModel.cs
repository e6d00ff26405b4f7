using MlNetDigits.Datasets;

namespace MlNetDigits.Recognition;

/// <summary>A loaded digit model; safe under many threads.</summary>
internal interface IDigitModel : IDisposable
{
    /// <summary>Names of the classes in the order of scores.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>Form that pictures are brought into.</summary>
    ImageForm Form { get; }

    /// <summary>Whether it tells images that show none of its classes.</summary>
    bool HasRejection { get; }

    /// <summary>Scores one image, which was checked.</summary>
    DigitPrediction Predict(DigitImage image);

    /// <summary>Checks all images, then scores them in order.</summary>
    DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images);
}
