using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Onnx.Gradients;

namespace MlNetDigits.Networks.Tests.Onnx.Gradients;

/// <summary>Compares gradients with central differences of ONNX Runtime's results.</summary>
internal static class GradientCheck
{
    private const float Step = 1e-3f;
    private const int MostChecked = 60;

    /// <summary>A graph of the operators between two values, whose input is the first of them.</summary>
    public static OnnxGraph Tail(OnnxGraph graph, string start, string end, Shape shape)
    {
        var tail = new OnnxGraph("tail");
        tail.AddInput(start, OnnxElementType.Float, 1, shape.Channels, shape.Height, shape.Width);
        OnnxNode[] nodes = graph.Between(start, end);
        foreach (OnnxTensor tensor in graph.Initializers) tail.AddInitializer(tensor);

        // What comes from before, such as the other side of a residual sum, is a constant 0 here.
        var known = tail.ValueNames().Concat(nodes.SelectMany(node => node.Outputs)).ToHashSet();
        foreach (string other in nodes.SelectMany(node => node.Inputs).Where(known.Add)) tail.AddInitializer(other, [1], (ReadOnlySpan<float>)[0.25f]);
        foreach (OnnxNode node in nodes) tail.AddNode(node);
        return tail;
    }

    public static void Run(OnnxGraph graph, string start, string end, int[] shape, int seed)
    {
        float[] x = Randoms.Uniform(shape.Aggregate(1, (product, size) => product * size), seed + 20, -1, 1);
        OnnxGradient gradient = OnnxGradient.Of(graph, end, start);
        foreach (string name in gradient.RequiredValues) graph.AddInferredOutput(name);
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(new OnnxModel(graph).ToBytes(), options);
        Dictionary<string, OnnxActivation> values = Activations(session, session.OutputNames, start, x, shape);
        float[] direction = Randoms.Uniform(values[end].Values.Length, seed + 40, -1, 1);

        float[] actual = gradient.Compute(name => values[name], direction);

        int wrong = 0, stride = (x.Length + MostChecked - 1) / MostChecked;
        for (int i = 0; i < x.Length; i += stride)
        {
            double expected = (Weighted(i, Step) - Weighted(i, -Step)) / (2 * Step);
            if (Math.Abs(expected - actual[i]) > 5e-3 * Math.Max(1, Math.Abs(expected))) wrong++;
        }

        // A step may cross a kink of ReLU or of a maximum, where there is no derivative.
        Assert.InRange(wrong, 0, x.Length / stride / 12);
        Assert.Contains(actual, value => value != 0);

        double Weighted(int index, float step)
        {
            float[] moved = [.. x];
            moved[index] += step;
            return Activations(session, [end], start, moved, shape)[end].Values.Zip(direction, (value, weight) => (double)value * weight).Sum();
        }
    }

    private static Dictionary<string, OnnxActivation> Activations(InferenceSession session, IReadOnlyList<string> names, string input, float[] x, int[] shape)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(x, [.. shape.Select(size => (long)size)]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [input], [value], names);
        return names.Zip(outputs).ToDictionary(
            pair => pair.First,
            pair => new OnnxActivation([.. pair.Second.GetTensorTypeAndShape().Shape.Select(size => (int)size)], pair.Second.GetTensorDataAsSpan<float>().ToArray()));
    }
}
