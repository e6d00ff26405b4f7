using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Commands;

/// <summary><c>data</c>: shows what a dataset holds; finds, downloads and verifies MNIST.</summary>
internal static class DataCommand
{
    public const string Name = "data";
    public const string Description = "Show what a dataset holds; without one find or download MNIST and verify its checksums.";

    private const int ImagesPerLine = 5;
    private const int ArtWidth = 14;

    public static Command Create(Terminal terminal)
    {
        var options = new DatasetOptions();
        Option<int?> examples = CommonOptions.Number("--examples", 0, 100, "How many images of each class to draw. Default: 1.");
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Find or download MNIST and look at three images of each digit", "mlnet-digits data --examples 3"),
            new CommandExample("Look at a dataset of your own", "mlnet-digits data --dataset photos/")) { examples };
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            ImageDataset dataset = DatasetLoading.Load(terminal, options.Read(parsed), cancellation);
            if (!parsed.GetValue(CommonOptions.Json))
                Show(terminal, dataset, parsed.GetValue(examples) ?? 1);
            else if (dataset.Mnist is { } mnist)
                terminal.WriteJson(DataDocument.From(dataset, mnist), ConsoleJson.Default.DataDocument);
            else
                terminal.WriteJson(DatasetDocument.From(dataset), ConsoleJson.Default.DatasetDocument);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, ImageDataset dataset, int examples)
    {
        if (dataset.Mnist is { } mnist)
        {
            terminal.Output.WriteLine($"MNIST from {mnist.Folder}");
            terminal.Output.WriteLine("SHA-256 of all four files is right");
            terminal.Console.Write(ClassCountView.Draw([("train", dataset.Train.CountClasses()), ("test", dataset.Test.CountClasses())]));
        }
        else
        {
            terminal.Output.WriteLine($"{dataset.Name}: {dataset.Kind}, {dataset.ClassNames.Count} classes; test images: {dataset.TestOrigin}");
            terminal.Console.Write(DatasetView.Draw(dataset));
        }

        for (int example = 0; example < examples; example++)
            Draw(terminal, dataset, example);
    }

    private static void Draw(Terminal terminal, ImageDataset dataset, int example)
    {
        foreach (int[] classes in Enumerable.Range(0, dataset.ClassNames.Count).Chunk(ImagesPerLine))
        {
            if (dataset.Mnist is null)
                terminal.Output.WriteLine(string.Join(' ', classes.Select(index => Format.Shorten(dataset.ClassNames[index], ArtWidth).PadRight(ArtWidth))).TrimEnd());
            float[][] images = [.. classes.Select(index => Image(dataset.Train, index, example))];
            foreach (string line in DigitArt.Draw(images, terminal.IsUnicode))
                terminal.Output.WriteLine(line);
        }
    }

    /// <summary>The pixels of a class's n-th image, or of none where the class has fewer.</summary>
    private static float[] Image(LabelledImageView view, int index, int occurrence)
    {
        ReadOnlySpan<int> classes = view.Classes.Span;
        var pixels = new float[MnistView.PixelCount];
        for (int row = 0; row < classes.Length; row++)
        {
            if (classes[row] != index || occurrence-- > 0)
                continue;
            for (int i = 0; i < pixels.Length; i++)
                pixels[i] = view.Pixels.Span[(row * MnistView.PixelCount) + i];
            break;
        }

        return pixels;
    }
}
