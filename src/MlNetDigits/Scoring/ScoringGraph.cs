using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>A graph of ONNX that scores batches of images, by the network engine where it knows the graph, else by ONNX Runtime.</summary>
internal sealed class ScoringGraph
{
    /// <summary>Largest difference of probabilities that rounding explains.</summary>
    private const float Tolerance = 1e-3f;

    private const int Side = 28;
    private const int LargestImage = 1 << 24;

    /// <summary>An empty sheet, a pattern and a bar, by row and column.</summary>
    private static readonly Func<int, int, float>[] Probes =
    [
        (_, _) => 0,
        (row, column) => (row * 9) + (column % 3),
        (row, column) => row is > 4 and < 24 && column is > 11 and < 16 ? 255 : 0,
    ];

    private ScoringGraph(OnnxModel model, ScoredColumns columns, IImageScorer scorer, float divisor)
    {
        ClassNames = model.Graph.SlotNamesOf(columns.Score);
        (Scorer, Divisor) = (scorer, divisor);
    }

    /// <summary>Names of the classes in the order of scores, or null where the graph has none.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>Scores the graph, and is shared by all who do; who takes the graph owns it.</summary>
    public IImageScorer Scorer { get; }

    /// <summary>What pixels are divided by before the scorer sees them.</summary>
    public float Divisor { get; }

    /// <summary>Reads who can score batches.</summary>
    /// <param name="bytes">The ONNX file.</param>
    /// <param name="model">The same, parsed.</param>
    /// <param name="columns">Names of the graph's input and outputs.</param>
    /// <returns>Null for a graph that takes no batches of images of one size, or that ONNX Runtime cannot run.</returns>
    public static ScoringGraph? TryRead(byte[] bytes, OnnxModel model, ScoredColumns columns)
    {
        columns = columns.Of(model.Graph);
        if (TryReadNetwork(bytes, model, columns) is { } network)
            return network;
        if (PixelsOf(model, columns) is not { } pixels || TryOpen(bytes, columns, pixels, threads: 0) is not { } session)
            return null;
        if (TryScore(session, Images(pixels, divisor: 1)) is not null)
            return new ScoringGraph(model, columns, session, divisor: 1);
        session.Dispose();
        return null;
    }

    /// <summary>Reads a graph that the network engine scores; no time is spent on one that it does not know.</summary>
    /// <param name="bytes">The ONNX file.</param>
    /// <param name="model">The same, parsed.</param>
    /// <param name="columns">Names of the graph's input and outputs.</param>
    /// <returns>Null for any other graph, and for one that was changed after its export and so answers otherwise than its networks.</returns>
    public static ScoringGraph? TryReadNetwork(byte[] bytes, OnnxModel model, ScoredColumns columns)
    {
        columns = columns.Of(model.Graph);
        if (PixelsOf(model, columns) is not { } pixels || ScoredNetworks.TryRead(model) is not { } read || read.Networks[0].InputShape.Size != pixels)
            return null;
        using SessionScorer? session = TryOpen(bytes, columns, pixels, threads: 1);
        var scorer = new NetworkScorer(read.Networks, read.HasRejection, threads: 1);
        if (session is not null && TryScore(session, Images(pixels, divisor: 1)) is { } expected
            && TryScore(scorer, Images(pixels, read.Divisor)) is { } scores && AreAlike(expected, scores))
            return new ScoringGraph(model, columns, scorer, read.Divisor);
        scorer.Dispose();
        return null;
    }

    /// <summary>Size of the images of a graph that says that it scores batches: a probability for each class and, if asked for, a class as a number.</summary>
    private static int? PixelsOf(OnnxModel model, ScoredColumns columns)
    {
        if (model.Graph.Inputs is not [{ ElementType: OnnxElementType.Float, Dimensions: [{ Size: null }, ..] dimensions } input] || input.Name != columns.Input)
            return null;
        if (!Gives(columns.Score, OnnxElementType.Float, rank: 2) || (columns.Label is { } label && !Gives(label, OnnxElementType.Int64, rank: 1)))
            return null;
        if (dimensions.Skip(1).Any(dimension => dimension.Size is not (> 0 and <= LargestImage)))
            return null;
        double pixels = dimensions.Skip(1).Aggregate(1.0, (product, dimension) => product * dimension.Size!.Value);
        return pixels <= LargestImage ? (int)pixels : null;

        bool Gives(string name, OnnxElementType type, int rank) =>
            model.Graph.Outputs.FirstOrDefault(output => output.Name == name) is { Dimensions: [{ Size: null }, ..] sizes } output
            && output.ElementType == type && sizes.Count == rank && sizes.Skip(1).All(dimension => dimension.Size is > 0);
    }

    private static SessionScorer? TryOpen(byte[] bytes, ScoredColumns columns, int pixels, int threads)
    {
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads };
            return new SessionScorer(new InferenceSession(bytes, options), columns, pixels);
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }

    /// <summary>The probes as images one behind the other.</summary>
    /// <param name="pixels">Pixels of one image.</param>
    /// <param name="divisor">What pixels of 0-255 are divided by.</param>
    public static float[] Images(int pixels, float divisor) =>
        [.. Probes.SelectMany(probe => Enumerable.Range(0, pixels).Select(i => probe(i / Side, i % Side) / divisor))];

    /// <summary>Scores some images; null when the graph, whatever it says, takes no batches.</summary>
    private static float[]? TryScore(IImageScorer scorer, float[] images)
    {
        try
        {
            float[] scores = new float[Probes.Length * scorer.Classes], digitScores = new float[Probes.Length * scorer.DigitScores];
            scorer.Score(images, scores, new long[Probes.Length], digitScores);
            return [.. scores, .. digitScores];
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }

    private static bool AreAlike(ReadOnlySpan<float> one, ReadOnlySpan<float> other) =>
        one.Length == other.Length && TensorPrimitives.Distance(one, other) < Tolerance;
}
