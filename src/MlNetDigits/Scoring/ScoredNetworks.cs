using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>The networks read back from an ONNX model.</summary>
/// <param name="Networks">The network, or the members of an ensemble.</param>
/// <param name="HasRejection">Whether their last class stands for images of none of the others.</param>
/// <param name="Divisor">What pixels are divided by before the networks see them.</param>
internal sealed record ScoredNetworks(IReadOnlyList<Network> Networks, bool HasRejection, float Divisor)
{
    /// <summary>Reads the networks that are all of a model, but for the division of its pixels.</summary>
    /// <param name="model">The model.</param>
    /// <returns>Null for a graph that the network engine does not know.</returns>
    public static ScoredNetworks? TryRead(OnnxModel model)
    {
        try
        {
            IReadOnlyList<Network> networks = model.ToNetworks();
            return networks[0].InputShape.Channels == 1 && TryFindDivisor(model.Graph) is { } divisor ? new ScoredNetworks(networks, model.Metadata.ContainsKey(NetworkExporter.RejectionKey), divisor) : null;
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
