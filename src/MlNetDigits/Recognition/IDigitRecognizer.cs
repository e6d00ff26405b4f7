using MlNetDigits.Datasets;

namespace MlNetDigits.Recognition;

/// <summary>Recognizes digits; safe to call from many threads at once.</summary>
public interface IDigitRecognizer
{
    /// <summary>Gets the names of the model's classes in the order of scores; digits 0-9 for a digit model.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>Gets the form of the model's images, which pictures are brought into.</summary>
    ImageForm Form { get; }

    /// <summary>Gets whether the model tells images that show no digit, by <see cref="DigitPrediction.DigitScore"/>.</summary>
    /// <value>Default false.</value>
    bool HasRejection => false;

    /// <summary>Recognizes one digit.</summary>
    /// <param name="image">784 pixels of 0-255.</param>
    /// <exception cref="ArgumentException">Pixels are missing, NaN or out of range.</exception>
    DigitPrediction Predict(DigitImage image);

    /// <summary>Recognizes many digits faster than one by one.</summary>
    /// <param name="images">Images of 784 pixels of 0-255; may be empty.</param>
    /// <returns>One prediction per image, in the same order.</returns>
    /// <exception cref="ArgumentException">Pixels are missing, NaN or out of range; the message names the image.</exception>
    DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images);
}
