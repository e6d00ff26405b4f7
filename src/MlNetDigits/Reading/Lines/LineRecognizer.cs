using MlNetDigits.Images.Segmentation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Synthesis.Readings;

namespace MlNetDigits.Reading.Lines;

/// <summary>A network that reads the digits of a line without cutting it.</summary>
/// <remarks>It sees the line through a window that moves along it, and tells for each of its frames which digit is there, or none. Safe to call from many threads, which take turns.</remarks>
public sealed class LineRecognizer : IDisposable
{
    private const int Width = DrawnStrips.Width;

    // Frames near a window's end see too little of what is beside them; the next window has them in its middle.
    private const int Margin = 32;
    private const int Core = Width - (2 * Margin);

    // Windows at once.
    private const int Block = 64;

    private readonly NetworkPredictor _predictor;
    private readonly Shape _output;

    private LineRecognizer(Network network)
    {
        _predictor = new NetworkPredictor(network);
        _output = network.OutputShape;
    }

    /// <summary>Loads a network of <see cref="Training.LineNetworkTrainer"/> from the ONNX file that <see cref="SequenceExporter.ToSequenceOnnx"/> made.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no such model; the message names it.</exception>
    public static LineRecognizer Load(string path)
    {
        OnnxModel model = OnnxModel.Load(path);
        try
        {
            Network network = model.ToSequenceNetwork();
            return network.InputShape == new Shape(DrawnStrips.Height, Width, 1) && network.OutputShape.Channels == FrameScores.Classes
                ? new LineRecognizer(network)
                : throw new InvalidDataException($"It takes {network.InputShape} and knows {network.OutputShape.Channels} classes, but must take {DrawnStrips.Height}×{Width}×1 and know {FrameScores.Classes}.");
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Frees the memory and ends the threads.</summary>
    public void Dispose() => _predictor.Dispose();

    /// <summary>Number of windows that a line takes, about.</summary>
    internal static int Windows(InkRow row) => Windows(LineStrip.WidthOf(row));

    private static int Windows(int width) => Math.Max(1, (width + Core - 1) / Core);

    /// <summary>Scores the frames of a line.</summary>
    internal FrameScores Score(LineStrip strip)
    {
        int windows = Windows(strip.Width), stride = Width / _output.Width, first = Margin / stride, kept = Core / stride;
        var logs = new float[windows * kept * FrameScores.Classes];
        for (int from = 0; from < windows; from += Block)
        {
            int count = Math.Min(Block, windows - from);
            float[] logits = Run(strip, from, count);
            for (int i = 0; i < count * kept; i++)
            {
                int source = ((i / kept * _output.Width) + first + (i % kept)) * FrameScores.Classes, target = ((from * kept) + i) * FrameScores.Classes;
                FrameScores.LogSoftmax(logits.AsSpan(source, FrameScores.Classes), logs.AsSpan(target, FrameScores.Classes));
            }
        }

        return new FrameScores(logs, strip.Left + (stride / 2.0 * strip.Scale), stride * strip.Scale);
    }

    private float[] Run(LineStrip strip, int from, int count)
    {
        var pixels = new byte[count * DrawnStrips.Height * Width];
        for (int i = 0; i < count; i++)
            strip.CopyTo(((from + i) * Core) - Margin, Width, pixels.AsSpan(i * DrawnStrips.Height * Width, DrawnStrips.Height * Width));
        var logits = new float[count * _output.Size];
        _predictor.PredictLogits(Array.ConvertAll(pixels, pixel => pixel / 255f), logits);
        return logits;
    }
}
