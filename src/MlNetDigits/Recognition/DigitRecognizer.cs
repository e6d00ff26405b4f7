using MlNetDigits.Datasets;
using MlNetDigits.Mapping;

namespace MlNetDigits.Recognition;

/// <summary>Recognizes digits with a model from a file.</summary>
/// <remarks>Safe to call from many threads at once: each call borrows a prediction engine of its own.</remarks>
public sealed class DigitRecognizer : IDigitRecognizer, IDisposable
{
    private readonly IDigitModel _model;
    private int _disposed;

    private DigitRecognizer(IDigitModel model) => _model = model;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _model.ClassNames;

    /// <inheritdoc/>
    public ImageForm Form => _model.Form;

    /// <inheritdoc/>
    public bool HasRejection => _model.HasRejection;

    /// <summary>Loads a model: ONNX, or a zip that ML.NET saved.</summary>
    /// <param name="path">A digit model, such as digits.onnx or digits.zip.</param>
    /// <param name="mapping">How an ONNX model of another program takes pixels and answers; default null: as it says itself.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, is another kind of model, or must be mapped; the message says how.</exception>
    public static DigitRecognizer Load(string path, ModelMapping? mapping = null) => new(DigitModelFile.Load(path, mapping));

    /// <inheritdoc/>
    public DigitPrediction Predict(DigitImage image)
    {
        DigitImage.Validate(image);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
        return ReadingChoice.Predict(image, _model.Predict);
    }

    /// <summary>Decodes an image file, brings it into the model's form, and recognizes what it shows.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM of any size.</param>
    /// <exception cref="InvalidDataException">The file is no image, or cannot be brought into the model's form.</exception>
    public DigitPrediction Predict(string path) => Predict(DigitImage.Load(path, Form));

    /// <inheritdoc/>
    public DigitPrediction[] PredictBatch(IReadOnlyList<DigitImage> images)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
        return ReadingChoice.Predict(images, _model.PredictBatch);
    }

    /// <summary>Frees the model; calls from then on fail.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _model.Dispose();
    }
}
