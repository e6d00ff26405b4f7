using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>Chooses who computes an ONNX step: the network engine, else ONNX Runtime in batches, else ONNX Runtime row by row.</summary>
internal static class ScoringSteps
{
    /// <summary>Largest difference of probabilities that rounding explains.</summary>
    private const float Tolerance = 1e-3f;

    private const int Side = 28;

    /// <summary>Makes the step that applies a graph; whoever computes it, columns and answers are the same.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="bytes">The ONNX file.</param>
    /// <param name="model">The same, parsed.</param>
    /// <param name="rows">Data whose columns the step takes.</param>
    /// <param name="columns">Names of the graph's input and outputs.</param>
    /// <exception cref="InvalidDataException">The graph takes or gives something else; the message tells what.</exception>
    public static ITransformer Load(MLContext ml, byte[] bytes, OnnxModel model, IDataView rows, ScoredColumns columns)
    {
        Require(model.Graph.Outputs, columns.Score, "gives", "a probability for each class");
        Require(model.Graph.Inputs, columns.Input, "takes", "raw pixels");
        string[] outputs = columns.Label is null ? [columns.Score] : [columns.Score, columns.Label];
        return Choose(ml, ml.Transforms.ApplyOnnxModel(outputs, [columns.Input], new MemoryStream(bytes)).Fit(rows), bytes, model, columns);
    }

    private static void Require(IReadOnlyList<OnnxValueInfo> values, string name, string verb, string purpose)
    {
        if (!values.Any(value => value.Name == name))
            throw new InvalidDataException($"it {verb} {string.Join(", ", values.Select(value => $"'{value.Name}'"))}, but no '{name}' as {purpose}; use a model that classifies images");
    }

    private static ITransformer Choose(MLContext ml, ITransformer onnx, byte[] bytes, OnnxModel model, ScoredColumns columns)
    {
        if (model.Graph.Inputs is not [{ ElementType: OnnxElementType.Float, Dimensions: [{ Size: null }, ..] dimensions }] || dimensions.Skip(1).Any(dimension => dimension.Size is null))
            return onnx;
        long pixels = dimensions.Skip(1).Aggregate(1L, (product, dimension) => product * dimension.Size!.Value);
        if (pixels is < 1 or > 1 << 24)
            return onnx;
        if (ScoredNetworks.TryRead(model) is { } read)
        {
            var step = new NetworkStep(onnx, read.Networks, columns, read.Divisor);
            if (AnswersAlike(ml, onnx, step, columns, (int)pixels))
                return step;
        }

        return SessionStep.CanServe(model, columns) ? new SessionStep(onnx, bytes, columns, (int)pixels) : onnx;
    }

    /// <summary>Whether two steps say the same of an empty sheet, a pattern and a bar; a graph that was changed after its export answers otherwise than its networks.</summary>
    private static bool AnswersAlike(MLContext ml, ITransformer onnx, ITransformer step, ScoredColumns columns, int pixels)
    {
        IDataView probes = Probes(ml, columns.Input, pixels);
        return Scores(onnx, probes, columns).Zip(Scores(step, probes, columns)).All(pair => TensorPrimitives.Distance(pair.First, pair.Second) < Tolerance);
    }

    private static IEnumerable<float[]> Scores(ITransformer step, IDataView probes, ScoredColumns columns) => step.Transform(probes).GetColumn<float[]>(columns.Score);

    private static IDataView Probes(MLContext ml, string column, int pixels)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Probe));
        SchemaDefinition.Column values = schema[nameof(Probe.Pixels)];
        values.ColumnName = column;
        values.ColumnType = new VectorDataViewType(NumberDataViewType.Single, pixels);
        // A sequence without a count is read row by row, so no threads are made for three rows.
        return ml.Data.LoadFromEnumerable(Draw(pixels), schema);
    }

    private static IEnumerable<Probe> Draw(int pixels)
    {
        Func<int, int, float>[] drawings = [(_, _) => 0, (row, column) => (row * 9) + (column % 3), (row, column) => row is > 4 and < 24 && column is > 11 and < 16 ? 255 : 0];
        foreach (Func<int, int, float> drawing in drawings)
            yield return new Probe { Pixels = [.. Enumerable.Range(0, pixels).Select(i => drawing(i / Side, i % Side))] };
    }

    private sealed class Probe
    {
        public float[] Pixels { get; set; } = [];
    }
}
