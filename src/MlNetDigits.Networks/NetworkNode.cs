using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks;

/// <summary>A layer at its place in a network.</summary>
/// <param name="Index">Position of the node: the nodes are in the order of execution.</param>
/// <param name="Name">Unique name, such as <c>conv2d_1</c>.</param>
/// <param name="Layer">What the node computes.</param>
/// <param name="Input">Index of the node whose output it reads, or -1 for the network's input.</param>
/// <param name="SecondInput">Index of its second input, or -2 when it has none.</param>
public sealed record NetworkNode(int Index, string Name, Layer Layer, int Input, int SecondInput)
{
    /// <summary>Where the layer's parameters start in the network's parameters.</summary>
    public int ParameterOffset { get; internal init; }

    /// <summary>Where the layer's statistics start in the network's state.</summary>
    internal int StatisticOffset { get; init; }

    /// <summary>Where the layer's packed parameters start.</summary>
    internal int PackedOffset { get; init; }
}
