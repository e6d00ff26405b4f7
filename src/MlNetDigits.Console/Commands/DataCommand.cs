using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Commands;

/// <summary><c>data</c>: finds MNIST, downloads it if need be, verifies it and shows what is in it.</summary>
internal static class DataCommand
{
    private const int DigitsPerLine = 5;

    public static Command Create(Terminal terminal)
    {
        Option<string?> data = CommonOptions.Data();
        Option<int?> examples = CommonOptions.Number("--examples", 0, 100, "How many of each digit to draw. Default: 1.");
        var command = new Command("data", "Find or download MNIST, verify its checksums, and show what is in it.") { data, examples };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            MnistData mnist = MnistLoading.Load(terminal, parsed.GetValue(data), cancellation);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(DataDocument.From(mnist), ConsoleJson.Default.DataDocument);
            else
                Show(terminal, mnist, parsed.GetValue(examples) ?? 1);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, MnistData mnist, int examples)
    {
        terminal.Output.WriteLine($"MNIST from {mnist.Folder}");
        terminal.Output.WriteLine("SHA-256 of all four files is right");
        terminal.Console.Write(ClassCountView.Draw([("train", MnistLoading.CountDigits(mnist.Train)), ("test", MnistLoading.CountDigits(mnist.Test))]));
        for (int example = 0; example < examples; example++)
        {
            for (int first = 0; first < 10; first += DigitsPerLine)
            {
                float[][] images = [.. Enumerable.Range(first, DigitsPerLine).Select(digit => Image(mnist.Train, digit, example))];
                foreach (string line in DigitArt.Draw(images, terminal.IsUnicode))
                    terminal.Output.WriteLine(line);
            }
        }
    }

    private static float[] Image(MnistView view, int digit, int occurrence)
    {
        ReadOnlySpan<byte> labels = view.Labels.Span;
        int index = -1;
        for (int found = -1; found < occurrence; found++)
            index += 1 + labels[(index + 1)..].IndexOf((byte)digit);
        var pixels = new float[MnistView.PixelCount];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = view.Pixels.Span[(index * MnistView.PixelCount) + i];
        return pixels;
    }
}
