namespace MlNetDigits.Recognition;

/// <summary>Recognizes digits with a model from a file.</summary>
/// <remarks>Safe to call from many threads at once: each call borrows a prediction engine of its own.</remarks>
public sealed class DigitRecognizer : IDigitRecognizer, IDisposable
{
    private readonly IDigitModel _model;
    private int _disposed;

    private DigitRecognizer(IDigitModel model) => _model = model;

    /// <summary>Gets the names of the model's classes in the order of scores; digits 0-9 for a digit model.</summary>
    public IReadOnlyList<string> ClassNames => _model.ClassNames;

    /// <summary>Loads a model: ONNX, or a zip that ML.NET saved.</summary>
    /// <param name="path">A digit model, such as digits.onnx or digits.zip.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public static DigitRecognizer Load(string path) => new(DigitModelFile.Load(path));

    /// <inheritdoc/>
    public DigitPrediction Predict(DigitImage image)
    {
        DigitImage.Validate(image);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
        return _model.Predict(image);
    }

    /// <summary>Decodes an image file and recognizes the digit in it.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM of any size.</param>
    /// <exception cref="InvalidDataException">The file is no image, or shows no digit.</exception>
    public DigitPrediction Predict(string path) => Predict(DigitImage.Load(path));

    /// <inheritdoc/>
    public DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
        return _model.PredictBatch(images);
    }

    /// <summary>Frees the model; calls from then on fail.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _model.Dispose();
    }
}
