using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Inference;

/// <summary>Nodes of a network that become one: a convolution and what follows it alone, or any single node.</summary>
internal sealed class FusedChain
{
    private readonly List<NetworkNode> _nodes;
    private NetworkNode? _normalization;
    private bool _relu;
    private int _poolSize = 1;

    private FusedChain(NetworkNode first) => _nodes = [first];

    public IReadOnlyList<NetworkNode> Nodes => _nodes;

    /// <summary>Finds the chain that a node starts.</summary>
    public static FusedChain From(Network network, NetworkNode first)
    {
        var chain = new FusedChain(first);
        if (first.Layer is not Conv2D) return chain;
        while (OnlyConsumer(network, chain._nodes[^1]) is { } next && chain.TryAbsorb(next)) chain._nodes.Add(next);
        return chain;
    }

    /// <summary>A layer that computes what the chain does, and whether it is the very layer of its only node.</summary>
    public (Layer Layer, bool IsShared) CreateLayer() => _nodes[0].Layer switch
    {
        Conv2D convolution => (new FusedConvolution(convolution, _relu, _poolSize), false),
        Dense dense => (new FusedDense(dense), false),
        Layer layer => (layer, true),
    };

    /// <summary>Writes the new node's parameters and statistics.</summary>
    public void CopyParameters(Network from, Network to, NetworkNode node)
    {
        Span<float> source = from.ParametersOf(_nodes[0]), target = to.ParametersOf(node);
        source.CopyTo(target);
        from.StatisticsOf(_nodes[0]).CopyTo(to.StatisticsOf(node));
        if (_nodes[0].Layer is not Conv2D convolution) return;
        if (!convolution.UseBias) target[source.Length..].Clear();
        if (_normalization is not null) Fold(from.ParametersOf(_normalization), from.StatisticsOf(_normalization), target, convolution.Filters);
    }

    private static NetworkNode? OnlyConsumer(Network network, NetworkNode node)
    {
        NetworkNode[] consumers = [.. network.Nodes.Where(other => other.Input == node.Index || other.SecondInput == node.Index)];
        return consumers.Length == 1 ? consumers[0] : null;
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
    private static void Fold(Span<float> parameters, Span<float> statistics, Span<float> target, int channels)
    {
        int weights = target.Length - channels;
        for (int channel = 0; channel < channels; channel++)
        {
            double scale = parameters[channel] / Math.Sqrt(statistics[channels + channel] + (double)BatchNorm.Epsilon);
            for (int i = channel; i < weights; i += channels) target[i] = (float)(target[i] * scale);
            target[weights + channel] = (float)((target[weights + channel] - statistics[channel]) * scale + parameters[channels + channel]);
        }
    }
}
