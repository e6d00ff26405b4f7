using System.Collections.Concurrent;
using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Recognition;

/// <summary>Models of several kinds of images and classes, each trained for a moment, with pictures of any size to recognize.</summary>
internal static class FormModels
{
    private const int PicturesOfAClass = 6;

    private static readonly ConcurrentDictionary<string, Lazy<FormModel>> Made = new();
    private static readonly TemporaryFolder Folder = new();

    static FormModels() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();

    /// <summary>Kinds: MNIST; folders of three digits, ten words, 62 classes, and dark ink; a table of MNIST's negatives; MNIST beside noise to refuse.</summary>
    public static string[] Kinds { get; } = ["mnist", "digits", "words", "many", "dark", "negatives", Refusing];

    /// <summary>The kind that tells what is no digit.</summary>
    public const string Refusing = "refusing";

    public static FormModel Get(string kind) => Made.GetOrAdd(kind, _ => new Lazy<FormModel>(() => Make(kind))).Value;

    private static FormModel Make(string kind) => kind switch
    {
        "mnist" => Train(kind, Seen(ImagePolarity.BrightInk), Numbers(10), LabelledImageView.From(Checkout.Digits.Train).Take(400), null, Paper(0, 3)),
        "digits" => TrainOnFolder(kind, Seen(ImagePolarity.BrightInk), ["2", "5", "7"], ImageNormalization.Digit, Digits),
        "words" => TrainOnFolder(kind, Resized(ImagePolarity.BrightInk), [.. Numbers(10).Select(number => $"word {number}")], ImageNormalization.Resize, name => Shapes(name, isDark: false)),
        "many" => TrainOnFolder(kind, Resized(ImagePolarity.BrightInk), [.. Numbers(62).Select(number => $"sign{number.PadLeft(2, '0')}")], ImageNormalization.Resize, name => Shapes(name, isDark: false)),
        "dark" => TrainOnFolder(kind, Resized(ImagePolarity.DarkInk), ["bar", "box", "cross"], ImageNormalization.Resize, name => Shapes(name, isDark: true)),
        Refusing => Train(kind, Seen(ImagePolarity.BrightInk) with { TakesBlanks = true }, Numbers(10), RejectionImages.WithNoise(400), null, Paper(0, 3), RejectionImages.Class),
        _ => Train(kind, Seen(ImagePolarity.DarkInk), Numbers(10), Negatives(), null, Paper(0, 3)),
    };

    private static FormModel TrainOnFolder(string kind, ImageForm form, string[] classes, ImageNormalization normalization, Func<string, GrayImage[]> draw)
    {
        string folder = Folder.File($"{kind}-images");
        foreach (string name in classes)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            foreach ((int i, GrayImage image) in draw(name).Index())
                File.WriteAllBytes(Path.Combine(folder, name, $"{i}.png"), PngEncoder.Encode(image));
        }

        ImageDataset images = new MLContext().Data.LoadImageDataset(new ImageDatasetOptions { Path = folder, Normalization = normalization });
        return Train(kind, form, classes, images.Train, images.Normalization, [.. classes.Take(3).Select(name => Path.Combine(folder, name, "0.png"))]);
    }

    private static FormModel Train(string kind, ImageForm form, string[] classes, LabelledImageView images, ImageNormalization? normalization, string[] pictures, string? rejection = null)
    {
        var ml = new MLContext(1);
        ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(new ConvolutionalNetworkOptions
        {
            Architecture = "tiny", Epoch = 2, BatchSize = 16, Context = ml, Normalization = normalization, ValidationSetFraction = rejection is null ? null : 0.2f, EarlyStoppingCriteria = null, RejectionClass = rejection,
        });
        using var model = DigitPipeline.Create(ml, trainer).Fit(images);
        ml.Model.ExportOnnx(model, images.Schema, Folder.File($"{kind}.onnx"));
        ml.Model.Save(model, images.Schema, Folder.File($"{kind}.zip"));
        return new FormModel(Folder.File($"{kind}.onnx"), Folder.File($"{kind}.zip"), form, classes, pictures);
    }

    private static ImageForm Seen(ImagePolarity polarity) => new() { Polarity = polarity };

    private static ImageForm Resized(ImagePolarity polarity) => new() { Normalization = ImageNormalization.Resize, Polarity = polarity };

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static LabelledImageView Negatives()
    {
        LabelledImageView digits = LabelledImageView.From(Checkout.Digits.Train).Take(400);
        return new LabelledImageView([.. digits.Pixels.Span.ToArray().Select(pixel => (byte)(255 - pixel))], digits.Classes.ToArray(), digits.ClassNames);
    }

    /// <summary>MNIST's test digits as dark ink on large sheets.</summary>
    private static string[] Paper(int first, int count) => [.. Enumerable.Range(first, count).Select(i =>
    {
        string path = Folder.File($"paper-{i}.png");
        File.WriteAllBytes(path, PngEncoder.Encode(Sheet(i)));
        return path;
    })];

    private static GrayImage[] Digits(string name)
    {
        byte[] labels = Checkout.Digits.Test.Labels.ToArray();
        return [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == name[0] - '0').Take(PicturesOfAClass).Select(Sheet)];
    }

    private static GrayImage Sheet(int digit)
    {
        const int Times = 4;
        ReadOnlyMemory<byte> pixels = Checkout.Digits.Test.Pixels.Slice(digit * MnistView.PixelCount, MnistView.PixelCount);
        return new GrayImage(28 * Times, 28 * Times, [.. Enumerable.Range(0, MnistView.PixelCount * Times * Times)
            .Select(i => (byte)(255 - pixels.Span[(i / (28 * Times) / Times * 28) + (i % (28 * Times) / Times)]))]);
    }

    /// <summary>Squares of a pattern for each name, and of another brightness for each picture.</summary>
    private static GrayImage[] Shapes(string name, bool isDark)
    {
        const int Width = 40, Height = 30, Margin = 5, Cell = 10;
        int pattern = name.Aggregate(17, (sum, letter) => (sum * 31) + letter);
        return [.. Enumerable.Range(0, PicturesOfAClass).Select(picture => new GrayImage(Width, Height, [.. Enumerable.Range(0, Width * Height).Select(i =>
        {
            int x = (i % Width) - Margin, y = (i / Width) - Margin;
            bool isInk = x >= 0 && y >= 0 && x < Width - (2 * Margin) && y < Height - (2 * Margin) && (pattern >> ((y / Cell * 3) + (x / Cell)) & 1) == 1;
            int ink = isInk ? 255 - (20 * picture) : 10;
            return (byte)(isDark ? 255 - ink : ink);
        })]))];
    }
}
