using MlNetDigits.Images.Segmentation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Scoring;

namespace MlNetDigits.Reading.Lines;

/// <summary>A network that reads the digits of a line without cutting it.</summary>
/// <remarks>It sees the line through a window that moves along it, and tells for each of its frames which digit is there, or none. Safe to call from many threads at once: each reads its line by itself, and takes turns for the longest.</remarks>
public sealed class LineRecognizer : IDisposable
{
    // Frames near a window's end see too little of what is beside them; the next window has them in its middle.
    private const int Margin = 32;
    private const int Core = LineStrip.Window - (2 * Margin);

    // Windows at once.
    private const int Block = 64;

    // Windows that one thread scores; more are shared among all.
    private const int Few = 16;

    private readonly NetworkPredictor _team;
    private readonly Lending<NetworkPredictor> _predictors;
    private readonly Shape _output;

    private LineRecognizer(Network network)
    {
        _team = new NetworkPredictor(network);
        _predictors = new Lending<NetworkPredictor>(() => _team.Share(threads: 1));
        _output = network.OutputShape;
    }

    /// <summary>Loads a network of <see cref="Training.LineNetworkTrainer"/> from the ONNX file that <see cref="SequenceExporter.ToSequenceOnnx"/> made.</summary>
    /// <param name="path">The file; default null: the one that comes with this library.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no such model; the message names it.</exception>
    public static LineRecognizer Load(string? path = null)
    {
        path ??= ShippedModels.Find(ShippedModels.Lines)
            ?? throw new FileNotFoundException("The network for lines that comes with this library is not beside the app: give the path of one, as the command 'train-lines' writes it.");
        OnnxModel model = OnnxModel.Load(path);
        try
        {
            Network network = model.ToSequenceNetwork();
            return network.InputShape == new Shape(LineStrip.Rows, LineStrip.Window, 1) && network.OutputShape.Channels == FrameScores.Classes
                ? new LineRecognizer(network)
                : throw new InvalidDataException($"It takes {network.InputShape} and knows {network.OutputShape.Channels} classes, but must take {LineStrip.Rows}×{LineStrip.Window}×1 and know {FrameScores.Classes}.");
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Frees the memory and ends the threads.</summary>
    public void Dispose()
    {
        _predictors.Dispose();
        _team.Dispose();
    }

    /// <summary>Number of windows that a line takes, about.</summary>
    internal static int Windows(InkRow row) => Windows(LineStrip.WidthOf(row));

    private static int Windows(int width) => Math.Max(1, (width + Core - 1) / Core);

    /// <summary>Scores the frames of a line.</summary>
    internal FrameScores Score(LineStrip strip)
    {
        int windows = Windows(strip.Width), stride = LineStrip.Window / _output.Width, first = Margin / stride, kept = Core / stride;
        var logs = new double[windows * kept * FrameScores.Classes];
        for (int from = 0; from < windows; from += Block)
        {
            int count = Math.Min(Block, windows - from);
            float[] logits = Run(strip, from, count);
            for (int i = 0; i < count * kept; i++)
            {
                int source = ((i / kept * _output.Width) + first + (i % kept)) * FrameScores.Classes, target = ((from * kept) + i) * FrameScores.Classes;
                LogProbabilities.Softmax(logits.AsSpan(source, FrameScores.Classes), logs.AsSpan(target, FrameScores.Classes));
            }
        }

        return new FrameScores(logs, strip.Left + (stride / 2.0 * strip.Scale), stride * strip.Scale);
    }

    private float[] Run(LineStrip strip, int from, int count)
    {
        var pixels = new byte[count * LineStrip.Rows * LineStrip.Window];
        for (int i = 0; i < count; i++)
            strip.CopyTo(((from + i) * Core) - Margin, pixels.AsSpan(i * LineStrip.Rows * LineStrip.Window, LineStrip.Rows * LineStrip.Window));
        var logits = new float[count * _output.Size];
        float[] images = Array.ConvertAll(pixels, pixel => pixel / 255f);
        return count > Few ? Score(_team) : _predictors.Use(Score);

        float[] Score(NetworkPredictor predictor)
        {
            predictor.PredictLogits(images, logits);
            return logits;
        }
    }
}
