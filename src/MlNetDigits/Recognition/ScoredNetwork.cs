using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Recognition;

/// <summary>A network read back from an ONNX model.</summary>
/// <param name="Network">The network.</param>
/// <param name="Divisor">What pixels are divided by before the network sees them.</param>
internal sealed record ScoredNetwork(Network Network, float Divisor)
{
    /// <summary>Reads the network that is all of a model, but for the division of its pixels.</summary>
    /// <param name="onnx">The bytes of an ONNX file.</param>
    /// <returns>Null for an ensemble, and for a graph that the network engine does not know.</returns>
    public static ScoredNetwork? TryRead(byte[] onnx)
    {
        try
        {
            OnnxModel model = OnnxModel.Parse(onnx);
            return model.ToNetworks() is [{ InputShape.Channels: 1 } network] && TryFindDivisor(model.Graph) is { } divisor ? new ScoredNetwork(network, divisor) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static float? TryFindDivisor(OnnxGraph graph)
    {
        string pixels = graph.Inputs[0].Name;
        if (graph.Nodes.FirstOrDefault(node => node.Inputs.Contains(pixels)) is not { OpType: "Div" } division)
            return 1;
        OnnxTensor? constant = graph.Constants().FirstOrDefault(constant => constant.Name == division.Inputs[1]);
        return constant is { ElementType: OnnxElementType.Float } && constant.ToFloats() is [var divisor] ? divisor : null;
    }
}
