using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Inference;

/// <summary>Nodes of a network that become one: a convolution and what follows it alone, or any single node.</summary>
internal sealed class FusedChain
{
    private readonly List<NetworkNode> _nodes;
    private NetworkNode? _normalization;
    private bool _relu;
    private int _poolSize = 1;
    private int _filters;

    private FusedChain(NetworkNode first) => _nodes = [first];

    public IReadOnlyList<NetworkNode> Nodes => _nodes;

    /// <summary>Finds the chain that a node starts.</summary>
    public static FusedChain From(Network network, NetworkNode first)
    {
        var chain = new FusedChain(first);
        if (first.Layer is not Conv2D convolution) return chain;
        while (OnlyConsumer(network, chain._nodes[^1]) is { } next && chain.TryAbsorb(next)) chain._nodes.Add(next);
        chain._filters = WholeLanes(convolution, Consumers(network, chain._nodes[^1]));
        return chain;
    }

    /// <summary>A layer that computes what the chain does, and whether it is the very layer of its only node.</summary>
    public (Layer Layer, bool IsShared) CreateLayer() => _nodes[0].Layer switch
    {
        Conv2D convolution => (new FusedConvolution(convolution, _filters, _relu, _poolSize), false),
        Dense dense => (new FusedDense(dense), false),
        Layer layer => (layer, true),
    };

    /// <summary>Writes the new node's parameters and statistics.</summary>
    public void CopyParameters(Network from, Network to, NetworkNode node)
    {
        Span<float> source = from.ParametersOf(_nodes[0]), target = to.ParametersOf(node);
        from.StatisticsOf(_nodes[0]).CopyTo(to.StatisticsOf(node));
        if (_nodes[0].Layer is not Conv2D convolution)
        {
            source.CopyTo(target);
            return;
        }

        Spread(convolution, source, target, node.Layer.InputShape.Channels, _filters);
        if (_normalization is not null) Fold(from.ParametersOf(_normalization), from.StatisticsOf(_normalization), target, convolution.Filters, _filters);
    }

    private static NetworkNode[] Consumers(Network network, NetworkNode node) =>
        [.. network.Nodes.Where(other => other.Input == node.Index || other.SecondInput == node.Index)];

    private static NetworkNode? OnlyConsumer(Network network, NetworkNode node) => Consumers(network, node) is [var only] ? only : null;

    /// <summary>As many filters as fill vectors, if that is what keeps the convolution from the faster kernel; those that are added give zeros.</summary>
    private static int WholeLanes(Conv2D convolution, NetworkNode[] consumers)
    {
        Shape input = convolution.InputShape;
        int filters = (convolution.Filters + 7) / 8 * 8, channels = (input.Channels + 7) / 8 * 8;
        bool isWorthIt = filters <= convolution.Filters * 3 / 2 && channels <= input.Channels * 3 / 2 && consumers.Length > 0
            && Array.TrueForAll(consumers, consumer => consumer.Layer is Conv2D { KernelSize: 3, KernelWidth: 3, Stride: 1 })
            && Winograd.Fits(convolution.GeometryOf(input with { Channels = channels }, filters));
        return isWorthIt ? filters : convolution.Filters;
    }

    /// <summary>Lays weights and biases out for more channels, whose own are zeros.</summary>
    private static void Spread(Conv2D convolution, ReadOnlySpan<float> source, Span<float> target, int channels, int to)
    {
        int from = convolution.InputShape.Channels, filters = convolution.Filters, taps = convolution.Taps;
        target.Clear();
        for (int tap = 0; tap < taps; tap++)
        {
            for (int channel = 0; channel < from; channel++)
                source.Slice((tap * from + channel) * filters, filters).CopyTo(target[((tap * channels + channel) * to)..]);
        }

        if (convolution.UseBias) source[^filters..].CopyTo(target[^to..]);
    }

    private bool TryAbsorb(NetworkNode next)
    {
        switch (next.Layer)
        {
            case Dropout:
                return true;
            case BatchNorm when _normalization is null && !_relu && _poolSize == 1:
                _normalization = next;
                return true;
            case Relu:
                return _relu = true;
            case MaxPool pool when _poolSize == 1:
                _poolSize = pool.Size;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Scales each filter by its normalization and moves the rest into the bias.</summary>
    private static void Fold(Span<float> parameters, Span<float> statistics, Span<float> target, int channels, int filters)
    {
        int weights = target.Length - filters;
        for (int channel = 0; channel < channels; channel++)
        {
            double scale = parameters[channel] / Math.Sqrt(statistics[channels + channel] + (double)BatchNorm.Epsilon);
            for (int i = channel; i < weights; i += filters) target[i] = (float)(target[i] * scale);
            target[weights + channel] = (float)((target[weights + channel] - statistics[channel]) * scale + parameters[channels + channel]);
        }
    }
}
