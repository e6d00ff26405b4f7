using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary>The images named on a command line; those that cannot be read keep their error.</summary>
internal sealed class PredictionBatch
{
    private readonly List<(string File, DigitImage? Image, string? Error)> _items = [];

    /// <summary>Gets the images that could be read.</summary>
    public IEnumerable<DigitImage> Images => _items.Where(item => item.Image is not null).Select(item => item.Image!);

    /// <summary>Gets all files in order, each with its image or its error.</summary>
    public IReadOnlyList<(string File, DigitImage? Image, string? Error)> Items => _items;

    /// <summary>Reads files, and all files of folders.</summary>
    public static PredictionBatch Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var batch = new PredictionBatch();
        foreach (string file in paths.SelectMany(Expand))
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Add(file);
        }

        return batch;
    }

    /// <summary>Recognizes all images at once.</summary>
    /// <returns>A document per file, in order.</returns>
    public PredictionDocument[] Predict(DigitRecognizer recognizer)
    {
        var predictions = new Queue<DigitPrediction>(recognizer.PredictBatch([.. Images]));
        return [.. _items.Select(item => item.Error is { } error
            ? PredictionDocument.Failed(item.File, error)
            : PredictionDocument.From(item.File, predictions.Dequeue()))];
    }

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path];

    private void Add(string file)
    {
        try
        {
            _items.Add((file, DigitImage.Load(file), null));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            _items.Add((file, null, ErrorLine.Describe(error)));
        }
    }
}
