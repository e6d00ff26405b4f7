using System.Globalization;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary>The images named on a command line; those that cannot be read keep their error.</summary>
/// <param name="form">Form that images are brought into.</param>
/// <param name="transpose">Whether CSV and IDX images have rows and columns exchanged; null: as their name says.</param>
/// <param name="labelColumn">Name or number of CSV files' column of labels, which are left out; null: as the file tells.</param>
/// <param name="terminal">Where standard input is.</param>
internal sealed class PredictionBatch(ImageForm form, bool? transpose, string? labelColumn, Terminal terminal)
{
    private readonly List<(string File, DigitImage? Image, string? Error)> _items = [];

    /// <summary>Gets the images that could be read.</summary>
    public IEnumerable<DigitImage> Images => _items.Where(item => item.Image is not null).Select(item => item.Image!);

    /// <summary>Gets all files in order, each with its image or its error.</summary>
    public IReadOnlyList<(string File, DigitImage? Image, string? Error)> Items => _items;

    /// <summary>Reads files, and all images of CSV and IDX files.</summary>
    public PredictionBatch Read(IEnumerable<string> files, CancellationToken cancellation)
    {
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(file, cancellation);
        }

        return this;
    }

    /// <summary>Recognizes all images at once.</summary>
    /// <returns>A document per image, in order.</returns>
    public PredictionDocument[] Predict(DigitRecognizer recognizer, float threshold)
    {
        var predictions = new Queue<DigitPrediction>(recognizer.PredictBatch([.. Images]));
        return [.. _items.Select(item => item.Error is { } error
            ? PredictionDocument.Failed(item.File, error)
            : PredictionDocument.From(item.File, predictions.Dequeue(), recognizer.ClassNames, threshold))];
    }

    private void Add(string file, CancellationToken cancellation)
    {
        try
        {
            PictureFile.RequireMatch(file);
            if (file == ImagePaths.StandardInput || PixelFile.TryRead(file, transpose, labelColumn, form, note => terminal.Error.WriteLine($"note: '{file}': {note}"), cancellation) is not { } pixels)
            {
                _items.Add((file, Fit(PictureFile.Open(terminal, file, ImageDecoderOptions.ForDigits)), null));
                return;
            }

            for (int i = 0; i < pixels.Length / MnistView.PixelCount; i++)
                _items.Add((string.Create(CultureInfo.InvariantCulture, $"{file}#{i + 1}"), DigitImage.FromPixels(pixels.AsSpan(i * MnistView.PixelCount, MnistView.PixelCount)), null));
        }
        catch (Exception error) when (PictureFile.IsUnreadable(error))
        {
            _items.Add((file, null, ErrorLine.Describe(error)));
        }
    }

    private DigitImage Fit(ImagePages pages)
    {
        GrayImage image = pages.Decode(0);
        PictureFile.NoteFrames(terminal, pages.Name, image);
        return DigitImage.FromImage(image, form, pages.Name);
    }
}
