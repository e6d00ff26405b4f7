using Microsoft.ML;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Commands;

/// <summary>Loads MNIST for a command, with progress of a download on standard error.</summary>
internal static class MnistLoading
{
    /// <summary>Finds or downloads MNIST.</summary>
    public static MnistData Load(Terminal terminal, string? folder, CancellationToken cancellation)
    {
        var progress = new DownloadDisplay(terminal.Error, isInPlace: terminal.IsInteractive && !System.Console.IsErrorRedirected, TimeProvider.System);
        var options = new MnistOptions { Folder = folder, Progress = progress };
        MnistData mnist = Waiting.Run(terminal, "reading MNIST", () => new MLContext().Data.LoadMnist(options, cancellation));
        progress.Finish();
        return mnist;
    }

    /// <summary>Takes the first images alone, for trials.</summary>
    public static MnistView Limit(MnistView view, int? limit) => limit is { } count && count < view.Count
        ? new MnistView(view.Pixels[..(count * MnistView.PixelCount)].ToArray(), view.Labels[..count].ToArray())
        : view;

    /// <summary>Counts the images of each digit.</summary>
    public static int[] CountDigits(MnistView view)
    {
        var counts = new int[10];
        foreach (byte label in view.Labels.Span)
            counts[label]++;
        return counts;
    }
}
