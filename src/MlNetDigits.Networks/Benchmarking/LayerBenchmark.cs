using System.Diagnostics;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Measures the convolution and dense kernels of a network's layers on one thread.</summary>
public static class LayerBenchmark
{
    private const int MicroBatch = 16;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(60);

    /// <summary>Measures every layer that has weights.</summary>
    /// <param name="architecture">Name of the architecture.</param>
    /// <returns>A row for each layer and pass.</returns>
    public static unsafe IReadOnlyList<LayerSpeed> Measure(string architecture)
    {
        Network network = Architecture.Create(architecture, new Shape(28, 28, 1), 10);
        var rows = new List<LayerSpeed>();
        foreach (NetworkNode node in network.Nodes)
        {
            if (GeometryOf(node.Layer) is not { } geometry) continue;
            var convolution = new Convolution(geometry);
            using var input = new AlignedBuffer((long)MicroBatch * geometry.Input.Size);
            using var output = new AlignedBuffer((long)MicroBatch * geometry.Output.Size);
            using var weights = new AlignedBuffer(convolution.WeightCount);
            using var packed = new AlignedBuffer(convolution.PackedCount);
            using var scratch = new AlignedBuffer(convolution.ScratchCount);
            convolution.Pack(weights.Pointer, null, packed.Pointer, forTraining: true);
            double flops = 2.0 * convolution.WeightCount * geometry.Output.Pixels * MicroBatch;
            rows.Add(Time(node, "forward", flops, () => convolution.Forward(MicroBatch, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer)));
            rows.Add(Time(node, "weight gradient", flops, () => convolution.BackwardWeights(MicroBatch, input.Pointer, output.Pointer, weights.Pointer, null, scratch.Pointer)));
            if (node.Input >= 0)
                rows.Add(Time(node, "input gradient", flops, () => convolution.BackwardInput(MicroBatch, output.Pointer, packed.Pointer, input.Pointer, scratch.Pointer)));
        }

        return rows;
    }

    private static WindowGeometry? GeometryOf(Layers.Layer layer) => layer switch
    {
        Layers.Conv2D convolution => convolution.Geometry,
        Layers.Dense dense => new WindowGeometry(new Shape(1, 1, dense.InputShape.Size), dense.Units, 1, 1, 1, Padding.Valid),
        _ => null,
    };

    private static LayerSpeed Time(NetworkNode node, string pass, double flops, Action run)
    {
        run();
        double best = 0;
        for (int repeat = 0; repeat < 3; repeat++)
        {
            int runs = 0;
            var clock = Stopwatch.StartNew();
            for (; clock.Elapsed < Window; runs++) run();
            best = Math.Max(best, flops * runs / clock.Elapsed.TotalSeconds / 1e9);
        }

        return new LayerSpeed(node.Name, pass, flops / MicroBatch, best);
    }
}
