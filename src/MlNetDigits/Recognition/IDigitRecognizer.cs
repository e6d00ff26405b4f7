namespace MlNetDigits.Recognition;

/// <summary>Recognizes digits; safe to call from many threads at once.</summary>
public interface IDigitRecognizer
{
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
