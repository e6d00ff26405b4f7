using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Recognition;

/// <summary>A real digit model made in a moment: which digit's mean image is nearest.</summary>
internal static class NearestMeanModel
{
    private const float Sharpness = 1e-6f;

    private static readonly Lazy<(float[] Weights, float[] Biases)> Means = new(Compute);

    /// <summary>Writes the model as ONNX.</summary>
    /// <param name="path">File to make.</param>
    /// <param name="input">Name of the input; a digit model's is Pixels.</param>
    /// <param name="negated">Whether the farthest mean wins, for a model that differs.</param>
    /// <param name="isDark">Whether it knows the digits as dark ink on bright paper.</param>
    public static void SaveOnnx(string path, string input = "Pixels", bool negated = false, bool isDark = false)
    {
        var sign = negated ? -1 : 1;
        var graph = new OnnxGraph("nearest_mean");
        graph.AddInput(input, OnnxElementType.Float, "N", 1, 28, 28);
        graph.AddInitializer("weights", [784, 10], Array.ConvertAll(Means.Value.Weights, weight => sign * weight));
        graph.AddInitializer("biases", [10], Array.ConvertAll(Means.Value.Biases, bias => sign * bias));
        if (isDark)
        {
            graph.AddInitializer("greatest", [1], (ReadOnlySpan<float>)[255]);
            graph.AddNode("Sub", ["greatest", input], "bright");
        }

        graph.AddNode("Flatten", [isDark ? "bright" : input], "flat");
        graph.AddNode("Gemm", ["flat", "weights", "biases"], "logits");
        graph.AddNode("Softmax", ["logits"], "Score", OnnxAttribute.Int("axis", 1));
        graph.AddNode("ArgMax", ["logits"], "PredictedLabel", OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput("Score", OnnxElementType.Float, "N", 10);
        graph.AddOutput("PredictedLabel", OnnxElementType.Int64, "N");
        new OnnxModel(graph) { ProducerName = "MlNetDigits.Tests" }.Save(path);
    }

    /// <summary>Writes the model as ML.NET's zip.</summary>
    public static void SaveZip(string path, string onnxPath)
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable([new DigitImage()]);
        var model = ml.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], onnxPath).Fit(data);
        ml.Model.Save(new TransformerChain<ITransformer>(model), data.Schema, path);
    }

    private static (float[], float[]) Compute()
    {
        var pixels = Checkout.Digits.Train.Pixels.Span;
        var labels = Checkout.Digits.Train.Labels.Span;
        var sums = new double[784 * 10];
        var counts = new int[10];
        for (var i = 0; i < 10_000; i++)
        {
            counts[labels[i]]++;
            for (var k = 0; k < 784; k++)
                sums[(k * 10) + labels[i]] += pixels[(i * 784) + k];
        }

        var biases = new double[10];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] /= counts[i % 10];
            biases[i % 10] -= Sharpness * sums[i] * sums[i];
        }

        return (Array.ConvertAll(sums, mean => (float)(2 * Sharpness * mean)), Array.ConvertAll(biases, bias => (float)bias));
    }
}
