using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks;

/// <summary>A convolutional network: layers in order of execution and one flat vector of all their parameters.</summary>
/// <remarks>Its last layer gives logits; softmax belongs to the loss, the predictor and the exported model.</remarks>
public sealed class Network
{
    private readonly float[] _state;

    internal Network(string architecture, Shape input, IReadOnlyList<NetworkNode> nodes)
    {
        Architecture = architecture;
        InputShape = input;
        Nodes = nodes;
        ParameterCount = nodes.Sum(node => node.Layer.ParameterCount);
        int statistics = nodes.Sum(node => node.Layer.StatisticCount);
        _state = GC.AllocateArray<float>(ParameterCount + statistics, pinned: true);
    }

    /// <summary>Name of the architecture, such as <c>simple</c>.</summary>
    public string Architecture { get; }

    /// <summary>Shape of one input image.</summary>
    public Shape InputShape { get; }

    /// <summary>Number of classes: the logits of one image.</summary>
    public int Classes => OutputShape.Size;

    /// <summary>Shape of the logits of one image.</summary>
    /// <value>As many channels as classes; of networks that read sequences 1 row, a column for each frame, and a channel for each class.</value>
    public Shape OutputShape => Nodes[^1].Layer.OutputShape;

    /// <summary>The layers in order of execution.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; }

    /// <summary>Number of trained parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>Multiplications and additions for one image's forward pass.</summary>
    public long Flops => Nodes.Sum(node => node.Layer.Flops);

    /// <summary>All trained parameters, layer by layer: weights [row, column, input channel, output channel], then the bias.</summary>
    public Span<float> Parameters => _state.AsSpan(0, ParameterCount);

    /// <summary>Parameters followed by running statistics: all that a trained network is.</summary>
    internal float[] State => _state;

    internal int StatisticCount => _state.Length - ParameterCount;

    internal int PackedCount => Nodes[^1].PackedOffset + Nodes[^1].Layer.PackedCount;

    /// <summary>Draws initial parameters anew.</summary>
    /// <param name="seed">Equal seeds give equal parameters.</param>
    public void Initialize(int seed)
    {
        foreach (NetworkNode node in Nodes)
        {
            var random = new RandomStream(RandomStream.Mix((ulong)seed, (ulong)node.Index));
            node.Layer.Initialize(ParametersOf(node), StatisticsOf(node), ref random);
        }
    }

    /// <summary>A table of layers, output shapes, parameters and floating-point operations.</summary>
    public string Summary() => NetworkSummary.Format(this);

    /// <summary>A node's parameters.</summary>
    public Span<float> ParametersOf(NetworkNode node) => _state.AsSpan(node.ParameterOffset, node.Layer.ParameterCount);

    internal Span<float> StatisticsOf(NetworkNode node) => _state.AsSpan(node.StatisticOffset, node.Layer.StatisticCount);
}
