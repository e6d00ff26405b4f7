using System.Globalization;
using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks;

/// <summary>Builds a network layer by layer.</summary>
/// <example><code>
/// var network = new NetworkBuilder(new Shape(28, 28, 1)).Add(new Conv2D(32, 3)).Add(new Relu()).Add(new Dense(10)).Build("mine", seed: 1);
/// </code></example>
public sealed class NetworkBuilder
{
    internal const int NoNode = -2;

    private readonly List<NetworkNode> _nodes = [];
    private readonly Dictionary<string, int> _names = [];
    private readonly Shape _input;
    private int _current = -1;

    /// <summary>Starts a network for images of one shape.</summary>
    /// <param name="input">Shape of one image.</param>
    public NetworkBuilder(Shape input)
    {
        Guard.AtLeast(1, input.Height, "Height");
        Guard.AtLeast(1, input.Width, "Width");
        Guard.AtLeast(1, input.Channels, "Channels");
        _input = input;
    }

    /// <summary>Appends a layer.</summary>
    /// <param name="layer">A layer that is part of no network yet.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The layer does not fit the shape that it gets.</exception>
    public NetworkBuilder Add(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.HasSecondInput) throw new ArgumentException($"A {layer.Kind} layer needs two inputs: use Residual.", nameof(layer));
        Append(layer, _current, NoNode);
        return this;
    }

    /// <summary>Appends a residual block: the sum of a body and a shortcut around it.</summary>
    /// <param name="body">Adds the body's layers.</param>
    /// <param name="shortcut">Adds layers to the shortcut so that shapes agree; default none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">Body and shortcut end in different shapes.</exception>
    public NetworkBuilder Residual(Action<NetworkBuilder> body, Action<NetworkBuilder>? shortcut = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        int start = _current;
        body(this);
        int end = _current;
        _current = start;
        shortcut?.Invoke(this);
        if (ShapeOf(end) != ShapeOf(_current))
            throw new ArgumentException($"The residual body ends in {ShapeOf(end)} and its shortcut in {ShapeOf(_current)}: give the shortcut a 1×1 convolution.", nameof(shortcut));
        Append(new Add(), end, _current);
        return this;
    }

    /// <summary>Makes the network and draws its initial parameters.</summary>
    /// <param name="architecture">Name of the architecture.</param>
    /// <param name="seed">Seed of the initial parameters.</param>
    /// <returns>The untrained network.</returns>
    /// <exception cref="InvalidOperationException">No layer was added.</exception>
    public Network Build(string architecture, int seed)
    {
        if (_nodes.Count == 0) throw new InvalidOperationException("The network has no layer: add at least one before Build.");
        int parameters = 0, packed = 0, statistics = _nodes.Sum(node => node.Layer.ParameterCount);
        var nodes = new List<NetworkNode>(_nodes.Count);
        foreach (NetworkNode node in _nodes)
        {
            nodes.Add(node with { ParameterOffset = parameters, StatisticOffset = statistics, PackedOffset = packed });
            parameters += node.Layer.ParameterCount;
            statistics += node.Layer.StatisticCount;
            packed += (node.Layer.PackedCount + 15) / 16 * 16;
        }

        var network = new Network(architecture, _input, nodes);
        network.Initialize(seed);
        return network;
    }

    private Shape ShapeOf(int node) => node < 0 ? _input : _nodes[node].Layer.OutputShape;

    /// <summary>Appends a layer behind any nodes and gives its index; a bound one is shared with the network that it is part of.</summary>
    internal int Append(Layer layer, int input, int secondInput, bool isBound = false)
    {
        if (!isBound) layer.Bind(ShapeOf(input));
        string kind = layer.Kind.ToLowerInvariant();
        int number = _names[kind] = _names.GetValueOrDefault(kind) + 1;
        _nodes.Add(new NetworkNode(_nodes.Count, string.Create(CultureInfo.InvariantCulture, $"{kind}_{number}"), layer, input, secondInput));
        return _current = _nodes.Count - 1;
    }
}
