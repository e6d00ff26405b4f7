using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Tests.Reference;

/// <summary>A network in double precision, layer by layer after the layers' definitions.</summary>
internal sealed class PlainNetwork
{
    private readonly Network _network;
    private readonly int _count;
    private readonly double[]?[] _masks;

    /// <param name="network">The network.</param>
    /// <param name="count">Images of a pass.</param>
    /// <param name="key">Key of dropout in training; null for inference.</param>
    public PlainNetwork(Network network, int count, ulong? key)
    {
        _network = network;
        _count = count;
        _masks = [.. network.Nodes.Select(node =>
            key is { } training && node.Layer is Dropout dropout ? PlainLayer.Mask(dropout, count, RandomStream.Mix(training, (ulong)node.Index)) : null)];
        IsTraining = key is not null;
        Parameters = Doubles(network.Parameters);
    }

    public double[] Parameters { get; }

    private bool IsTraining { get; }

    public double[] Logits(double[] images)
    {
        var outputs = new double[_network.Nodes.Count][];
        double[] At(int node) => node < 0 ? images : outputs[node];
        foreach (NetworkNode node in _network.Nodes)
        {
            double[] parameters = Parameters[node.ParameterOffset..(node.ParameterOffset + node.Layer.ParameterCount)];
            double[]? statistics = IsTraining ? null : Doubles(_network.StatisticsOf(node));
            outputs[node.Index] = PlainLayer.Forward(node.Layer, _count, At(node.Input), node.SecondInput >= -1 ? At(node.SecondInput) : null, parameters, statistics, _masks[node.Index]);
        }

        return outputs[^1];
    }

    /// <summary>Mean cross-entropy with label smoothing: -Σ target × log(softmax).</summary>
    public double Loss(double[] images, int[] labels, double smoothing)
    {
        double[] logits = Logits(images);
        return Enumerable.Range(0, _count).Average(image => CrossEntropy(logits[(image * _network.Classes)..((image + 1) * _network.Classes)], labels[image], smoothing));
    }

    public static double CrossEntropy(double[] logits, int label, double smoothing)
    {
        double sum = logits.Sum(Math.Exp);
        return -logits.Select((logit, c) => ((c == label ? 1 - smoothing : 0) + smoothing / logits.Length) * Math.Log(Math.Exp(logit) / sum)).Sum();
    }

    private static double[] Doubles(Span<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);
}
