using System.Diagnostics;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Inference;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Measures each layer of a network alone, in micro-batches on one thread, with its memory in cache.</summary>
public static unsafe class LayerBenchmark
{
    private const int MicroBatch = 16;

    /// <summary>Measures every layer's passes in training, and those of inference, where layers are fused.</summary>
    /// <param name="network">The network.</param>
    /// <param name="window">Time of one measurement, above 0; default 80 ms.</param>
    /// <returns>A row for each layer and pass.</returns>
    public static IReadOnlyList<LayerSpeed> Measure(Network network, TimeSpan? window = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        TimeSpan time = window ?? TimeSpan.FromMilliseconds(80);
        Guard.Positive(time.TotalSeconds, nameof(window));
        _ = MeasureAll(network, time); // Methods are compiled anew after some calls, but not at once.
        return MeasureAll(network, time);
    }

    private static List<LayerSpeed> MeasureAll(Network network, TimeSpan window) =>
        [.. network.Nodes.SelectMany(node => Training(node, window)), .. InferenceNetwork.From(network).Nodes.Select(node => Inference(node, window))];

    private static List<LayerSpeed> Training(NetworkNode node, TimeSpan window)
    {
        if (GeometryOf(node.Layer) is { } geometry) return Products(node, geometry, window);
        using var memory = new LayerMemory(node.Layer, MicroBatch, training: true);
        return
        [
            new LayerSpeed(node.Name, KindOf(node), "forward", Time(() => node.Layer.Forward(memory.Pass), window), null),
            new LayerSpeed(node.Name, KindOf(node), "backward", Time(() => node.Layer.Backward(memory.Pass), window), null),
        ];
    }

    private static LayerSpeed Inference(NetworkNode node, TimeSpan window)
    {
        using var memory = new LayerMemory(node.Layer, MicroBatch, training: false);
        double? flops = node.Layer is FusedConvolution or FusedDense ? node.Layer.Flops : null;
        return new LayerSpeed(node.Name, KindOf(node), "inference", Time(() => node.Layer.Forward(memory.Pass), window), flops);
    }

    /// <summary>The three matrix products of a layer with weights, each by itself.</summary>
    private static List<LayerSpeed> Products(NetworkNode node, WindowGeometry geometry, TimeSpan window)
    {
        var convolution = new Convolution(geometry);
        using var input = new AlignedBuffer((long)MicroBatch * geometry.Input.Size);
        using var output = new AlignedBuffer((long)MicroBatch * geometry.Output.Size);
        using var weights = new AlignedBuffer(convolution.WeightCount);
        using var packed = new AlignedBuffer(convolution.PackedCount);
        using var scratch = new AlignedBuffer(convolution.ScratchCount);
        convolution.Pack(weights.Pointer, null, packed.Pointer, forTraining: true);
        double flops = 2.0 * convolution.WeightCount * geometry.Output.Pixels;
        var rows = new List<LayerSpeed>
        {
            Row("forward", () => convolution.Forward(MicroBatch, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer)),
            Row("weight gradient", () => convolution.BackwardWeights(MicroBatch, input.Pointer, output.Pointer, weights.Pointer, null, scratch.Pointer)),
        };
        if (node.Input >= 0) rows.Add(Row("input gradient", () => convolution.BackwardInput(MicroBatch, output.Pointer, packed.Pointer, input.Pointer, scratch.Pointer)));
        return rows;

        LayerSpeed Row(string pass, Action run) => new(node.Name, KindOf(node), pass, Time(run, window), flops);
    }

    private static WindowGeometry? GeometryOf(Layer layer) => layer switch
    {
        Conv2D convolution => convolution.Geometry,
        Dense dense => new WindowGeometry(new Shape(1, 1, dense.InputShape.Size), dense.Units, 1, 1, 1, Padding.Valid),
        _ => null,
    };

    private static string KindOf(NetworkNode node) => $"{node.Layer.Kind} {node.Layer.Details}".TrimEnd();

    /// <summary>Microseconds for one image: the best of many runs, since a busy machine only ever adds to them.</summary>
    private static double Time(Action run, TimeSpan window)
    {
        int calls = CallsForTheClock(run);
        long best = long.MaxValue, start = Stopwatch.GetTimestamp(), now = start;
        do
        {
            long before = now;
            for (int call = 0; call < calls; call++) run();
            now = Stopwatch.GetTimestamp();
            best = Math.Min(best, now - before);
        }
        while (Stopwatch.GetElapsedTime(start, now) < window);

        return Stopwatch.GetElapsedTime(0, best).TotalMicroseconds / calls / MicroBatch;
    }

    /// <summary>Calls that last ten microseconds or longer: some clocks tick no faster than ten times in one.</summary>
    private static int CallsForTheClock(Action run)
    {
        for (int calls = 1; ; calls *= 2)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls; call++) run();
            if (Stopwatch.GetElapsedTime(start).TotalMicroseconds >= 10) return calls;
        }
    }
}
