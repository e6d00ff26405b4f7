using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Mapping;

/// <summary>Tells by a graph's first arithmetic whether it takes pixels of 0-255.</summary>
internal static class InputScale
{
    private const float Bytes = 255, LeastDivisor = 100;

    /// <summary>What the input's values pass through unchanged.</summary>
    private static readonly HashSet<string> Shaping = ["Reshape", "Transpose", "Cast", "Identity", "Unsqueeze", "Squeeze", "Flatten"];

    /// <summary>Finds the value of full ink; null where the graph does not tell.</summary>
    public static float? Find(OnnxGraph graph, OnnxValueInfo input)
    {
        if (MappedInput.IsWhole(input))
            return Bytes;
        string value = input.Name;
        while (graph.Nodes.Where(node => node.Inputs.Contains(value)).ToArray() is [var node])
        {
            if (!Shaping.Contains(node.OpType))
                return IsForBytes(graph, node, value) ? Bytes : null;
            value = node.Outputs[0];
        }

        return null;
    }

    private static bool IsForBytes(OnnxGraph graph, OnnxNode node, string value)
    {
        if (node.OpType is not ("Div" or "Mul") || node.Inputs is not [var left, var right])
            return false;
        OnnxTensor? constant = graph.Constants().FirstOrDefault(tensor => tensor.Name == (left == value ? right : left));
        if (constant is not { ElementType: OnnxElementType.Float } || constant.ToFloats() is not [var factor] || factor == 0)
            return false;
        return node.OpType == "Div" ? left == value && factor >= LeastDivisor : 1 / factor >= LeastDivisor;
    }
}
