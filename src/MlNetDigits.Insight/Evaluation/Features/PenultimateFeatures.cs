using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Evaluation.Features;

/// <summary>Reads what goes into a model's last dense layer, by ONNX Runtime.</summary>
public static class PenultimateFeatures
{
    private const int BatchSize = 256;

    /// <summary>Computes the features of images; those of an ensemble's members stand side by side.</summary>
    /// <param name="model">A model that takes raw pixels and ends in a dense layer.</param>
    /// <param name="images">Scored images with their pixels kept.</param>
    /// <param name="scoreName">The output of probabilities. <value><c>Score</c></value></param>
    /// <returns>Features of the images, in their order.</returns>
    /// <exception cref="ArgumentException">Pixels were not kept, or there is no image.</exception>
    /// <exception cref="InvalidDataException">The model has no dense layer, or takes images of another shape.</exception>
    public static ImageFeatures Compute(OnnxModel model, ScoredImages images, string scoreName = "Score")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        if (images.ImageShape is not { } shape || images.Count == 0)
            throw new ArgumentException("There are no pixels to compute features of: score at least one image with KeepPixels.", nameof(images));
        OnnxModel copy = OnnxModel.Parse(model.ToBytes());
        string[] names = [.. Find(copy.Graph, scoreName).Distinct()];
        if (names.Length == 0)
            throw new InvalidDataException($"The model's '{scoreName}' comes from no dense layer (Gemm or MatMul), so it has no penultimate features: use a model that ends in one.");
        foreach (string name in names.Except(copy.Graph.Outputs.Select(output => output.Name)))
            copy.Graph.AddOutput(name, OnnxElementType.Float, "N", $"{name}.size");
        OnnxValueInfo input = copy.Graph.Inputs[0];
        long[] dimensions = [.. (input.Dimensions ?? []).Skip(1).Select(dimension => dimension.Size ?? -1)];
        if (dimensions.Aggregate(1L, (product, size) => product * size) != shape.Size)
            throw new InvalidDataException($"The model takes {input}, but the images are {shape}: give images of the model's shape.");
        return Run(copy, input.Name, dimensions, names, images, shape.Size);
    }

    private static ImageFeatures Run(OnnxModel model, string inputName, long[] dimensions, string[] names, ScoredImages images, int size)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var run = new RunOptions();
        float[] features = [];
        int width = 0;
        for (int start = 0; start < images.Count; start += BatchSize)
        {
            int count = Math.Min(BatchSize, images.Count - start);
            var pixels = new float[count * size];
            for (int i = 0; i < count; i++)
                System.Numerics.Tensors.TensorPrimitives.ConvertTruncating(images.PixelsOf(start + i), pixels.AsSpan(i * size, size));
            using OrtValue tensor = OrtValue.CreateTensorValueFromMemory(pixels, [count, .. dimensions]);
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, [inputName], [tensor], names);
            if (start == 0)
            {
                width = outputs.Sum(output => output.GetTensorDataAsSpan<float>().Length / count);
                features = new float[images.Count * width];
            }

            int place = start * width;
            for (int i = 0; i < count; i++)
            {
                foreach (OrtValue output in outputs)
                {
                    ReadOnlySpan<float> values = output.GetTensorDataAsSpan<float>();
                    ReadOnlySpan<float> row = values.Slice(i * (values.Length / count), values.Length / count);
                    row.CopyTo(features.AsSpan(place));
                    place += row.Length;
                }
            }
        }

        return new ImageFeatures(images.Count, width, features);
    }

    /// <summary>Goes back from the score to the nearest dense layers and gives their inputs.</summary>
    private static IEnumerable<string> Find(OnnxGraph graph, string value)
    {
        OnnxNode? node = graph.Nodes.FirstOrDefault(candidate => candidate.Outputs.Contains(value));
        if (node is null) return [];
        return node.OpType is "Gemm" or "MatMul" ? [node.Inputs[0]] : node.Inputs.Where(input => input.Length > 0).SelectMany(input => Find(graph, input));
    }
}
