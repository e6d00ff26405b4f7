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

    private readonly byte[] _bytes;

    private ScoringGraph(byte[] bytes, OnnxModel model, ScoredColumns columns, int pixels)
    {
        (_bytes, Columns, Pixels) = (bytes, columns, pixels);
        ClassNames = model.Graph.SlotNamesOf(columns.Score);
    }

    /// <summary>Names of the graph's input and outputs.</summary>
    public ScoredColumns Columns { get; }

    /// <summary>Values of one image.</summary>
    public int Pixels { get; }

    /// <summary>Names of the classes in the order of scores, or null where the graph has none.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>The networks that answer as the graph does, or null where there are none.</summary>
    public ScoredNetworks? Networks { get; private init; }

    /// <summary>Reads who can score batches.</summary>
    /// <param name="bytes">The ONNX file.</param>
    /// <param name="model">The same, parsed.</param>
    /// <param name="columns">Names of the graph's input and outputs.</param>
    /// <returns>Null for a graph that takes no batches of images of one size, or that ONNX Runtime cannot run.</returns>
    public static ScoringGraph? TryRead(byte[] bytes, OnnxModel model, ScoredColumns columns)
    {
        if (PixelsOf(model, columns) is not { } pixels)
            return null;
        var graph = new ScoringGraph(bytes, model, columns, pixels);
        float[] images = [.. Probes.SelectMany(probe => Enumerable.Range(0, pixels).Select(i => probe(i / Side, i % Side)))];
        if (TryScore(graph, images) is not { } scores)
            return null;
        if (ScoredNetworks.TryRead(model) is not { } networks)
            return graph;
        var known = new ScoringGraph(bytes, model, columns, pixels) { Networks = networks };
        // A graph that was changed after its export answers otherwise than its networks.
        return TryScore(known, images) is { } same && same.Length == scores.Length && AreAlike(scores, same) ? known : graph;
    }

    /// <summary>What pixels are divided by before a scorer sees them.</summary>
    public float Divisor => Networks?.Divisor ?? 1;

    /// <summary>Makes a scorer with memory and threads of its own.</summary>
    /// <param name="threads">Threads for larger batches; 0: one for each processor.</param>
    public IImageScorer CreateScorer(int threads)
    {
        if (Networks is not null)
            return new NetworkScorer(Networks.Networks, threads);
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        return new SessionScorer(new InferenceSession(_bytes, options), Columns, Pixels);
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

    /// <summary>Scores some images; null when the graph, whatever it says, takes no batches.</summary>
    private static float[]? TryScore(ScoringGraph graph, float[] images)
    {
        try
        {
            using IImageScorer scorer = graph.CreateScorer(threads: 1);
            if (scorer.Pixels != graph.Pixels)
                return null;
            int count = images.Length / graph.Pixels;
            var scores = new float[count * scorer.Classes];
            scorer.Score([.. images.Select(pixel => pixel / graph.Divisor)], scores, new long[count]);
            return scores;
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }

    private static bool AreAlike(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => TensorPrimitives.Distance(one, other) < Tolerance;
}
