using System.Diagnostics;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Images;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Models;

/// <summary>One named model of the pool.</summary>
internal sealed class ServedModel(string name, PredictionEnginePool<DigitImage, DigitPrediction> pool, IDigitRecognizer recognizer, ServiceMetrics metrics, float threshold)
{
    // After 30 calls the runtime optimizes a method.
    private const int WarmUpRuns = 60;

    // A page may take longer than the time between two exchanges of its model.
    private const int MostReadings = 3;

    private readonly ModelMetrics _metrics = metrics.Of(name);

    public string Name => name;

    /// <summary>Digit score below which an image is refused, where the model tells.</summary>
    public float Threshold => threshold;

    /// <summary>Loads the model and runs it, uncounted, until the runtime optimizes what it runs.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public void WarmUp()
    {
        var blank = new DigitImage();
        for (var i = 0; i < WarmUpRuns; i++)
            pool.Predict(name, blank);
    }

    /// <summary>Recognizes an image whose pixels were checked when they were read.</summary>
    /// <param name="read">The image.</param>
    /// <returns>What the model says, and which model said it: it may be exchanged at any time.</returns>
    /// <exception cref="RequestException">The model was exchanged for one of another form since the image was read.</exception>
    public (DigitPrediction Prediction, DigitModelDescription Model) Predict(RequestDigit read)
    {
        using var span = Spans.Score(name, 1);
        var start = Stopwatch.GetTimestamp();
        DigitModelDescription model;
        DigitPrediction prediction;
        do
        {
            model = Describe();
            prediction = read.Form is null ? pool.Predict(name, read.Image) : recognizer.Predict(read.Image);
        }
        while (!ReferenceEquals(model, Describe()));
        RequireForm(read, model.Form);
        _metrics.Predicted(ClassOf(prediction, model.ClassNames), Stopwatch.GetElapsedTime(start));
        return (prediction, model);
    }

    /// <summary>Recognizes many images as <see cref="Predict"/> recognizes one.</summary>
    public (DigitPrediction[] Predictions, DigitModelDescription Model) PredictBatch(RequestDigit[] all)
    {
        using var span = Spans.Score(name, all.Length);
        var start = Stopwatch.GetTimestamp();
        var images = Array.ConvertAll(all, read => read.Image);
        DigitModelDescription model;
        DigitPrediction[] predictions;
        do
        {
            model = Describe();
            predictions = recognizer.PredictBatch(images);
        }
        while (!ReferenceEquals(model, Describe()));
        foreach (var read in all)
            RequireForm(read, model.Form);
        _metrics.Predicted(Array.ConvertAll(predictions, prediction => ClassOf(prediction, model.ClassNames)), Stopwatch.GetElapsedTime(start));
        return (predictions, model);
    }

    /// <summary>Reads all digits of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="lines">The network for lines.</param>
    /// <param name="known">What is known of its numbers.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="RequestException">The model is of other classes, an option is wrong, or the model was exchanged again and again.</exception>
    public PageReading Read(GrayImage picture, LineRecognizer lines, DigitReaderOptions known, CancellationToken cancellation)
    {
        using var span = Spans.Score(name, 0);
        for (var i = 0; i < MostReadings; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var model = Describe();
            if (TryRead(picture, lines, known, model, cancellation) is not { } reading)
                continue;
            string?[] classes = [.. reading.Digits.Select(digit => model.ClassNames[digit.Digit]), .. reading.Others.Select(_ => (string?)null)];
            span?.SetTag(Spans.Count, classes.Length);
            _metrics.Predicted(classes, Stopwatch.GetElapsedTime(start));
            return reading;
        }

        throw new RequestException(StatusCodes.Status503ServiceUnavailable, "model-exchanged", $"The model '{name}' was exchanged while the picture was read: send it again.");
    }

    /// <summary>Prepares to read pictures of many digits.</summary>
    /// <exception cref="RequestException">The model is of other classes or images, or an option is wrong.</exception>
    public DigitReader CreateReader(LineRecognizer lines, DigitReaderOptions known)
    {
        try
        {
            return new DigitReader(recognizer, lines, known);
        }
        catch (ArgumentException error)
        {
            var message = error.Message.Split(" (Parameter")[0];
            throw error.ParamName == nameof(recognizer)
                ? new RequestException(StatusCodes.Status422UnprocessableEntity, "no-digits", $"The model '{name}' reads no digits: {message}")
                : new RequestException(StatusCodes.Status400BadRequest, "bad-option", message);
        }
    }

    /// <summary>The model that answers at present; it is freed some time after its exchange.</summary>
    public ITransformer Transformer => pool.GetModel(name);

    /// <summary>Describes the model that answers at present.</summary>
    public DigitModelDescription Describe() => DigitModelDescription.Of(Transformer)!;

    /// <summary>Refuses an image that was brought into the form of an earlier model.</summary>
    /// <exception cref="RequestException">It was.</exception>
    public void RequireForm(RequestDigit read, ImageForm now)
    {
        if (read.Form is { } form && form != now)
            throw new RequestException(StatusCodes.Status503ServiceUnavailable, "model-exchanged", $"The model '{name}' was exchanged for one that takes pictures in another form: send the picture again.");
    }

    /// <summary>Reads a picture by one model from beginning to end; null when it was exchanged meanwhile.</summary>
    private PageReading? TryRead(GrayImage picture, LineRecognizer lines, DigitReaderOptions known, DigitModelDescription model, CancellationToken cancellation)
    {
        try
        {
            var reading = CreateReader(lines, known).Read(picture, cancellation);
            return ReferenceEquals(model, Describe()) ? reading : null;
        }
        catch (Exception) when (!ReferenceEquals(model, Describe()))
        {
            return null;
        }
    }

    /// <summary>Name of the class that is counted, or null for an image that is refused.</summary>
    private string? ClassOf(DigitPrediction prediction, IReadOnlyList<string> classNames) => prediction.IsDigitAt(threshold) ? classNames[prediction.Digit] : null;
}
