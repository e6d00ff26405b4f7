namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>The gradients of ONNX operators by name.</summary>
internal static class GradientRules
{
    private static readonly Dictionary<string, Action<GradientStep>> Known = new()
    {
        ["Identity"] = ElementwiseGradients.Pass,
        ["Dropout"] = ElementwiseGradients.Pass,
        ["Flatten"] = ElementwiseGradients.Pass,
        ["Reshape"] = ElementwiseGradients.Pass,
        ["Squeeze"] = ElementwiseGradients.Pass,
        ["Unsqueeze"] = ElementwiseGradients.Pass,
        ["Transpose"] = ElementwiseGradients.Transpose,
        ["Relu"] = step => ElementwiseGradients.Scale(step, (_, y) => y > 0 ? 1 : 0),
        ["LeakyRelu"] = step => ElementwiseGradients.LeakyRelu(step),
        ["Sigmoid"] = step => ElementwiseGradients.Scale(step, (_, y) => y * (1 - y)),
        ["Tanh"] = step => ElementwiseGradients.Scale(step, (_, y) => 1 - y * y),
        ["Add"] = ElementwiseGradients.Add,
        ["BatchNormalization"] = ElementwiseGradients.BatchNormalization,
        ["MaxPool"] = PoolGradients.Maximum,
        ["AveragePool"] = PoolGradients.Average,
        ["GlobalAveragePool"] = PoolGradients.GlobalAverage,
        ["Gemm"] = ProductGradients.Gemm,
        ["MatMul"] = ProductGradients.MatMul,
        ["Conv"] = ProductGradients.Convolution,
    };

    private static readonly HashSet<string> Weighted = ["Gemm", "MatMul", "Conv", "BatchNormalization"];

    /// <summary>Makes sure that an operator's gradient is known.</summary>
    /// <exception cref="NotSupportedException">It is not.</exception>
    public static void Require(OnnxNode node, Func<string, bool> isConstant)
    {
        if (node.Domain.Length > 0 || !Known.ContainsKey(node.OpType))
            throw new NotSupportedException($"The gradient of the operator {node.OpType} ('{node.Name}') is not known here, only those of {string.Join(", ", Known.Keys.Order(StringComparer.Ordinal))}.");
        if (Weighted.Contains(node.OpType) && node.Inputs.Skip(1).FirstOrDefault(input => input.Length > 0 && !isConstant(input)) is { } varying)
            throw new NotSupportedException($"The operator {node.OpType} ('{node.Name}') has '{varying}' for weights, which is no constant, so its gradient is not known here.");
        if (node.Attribute("auto_pad")?.StringValues[0] is { } padding and not ("NOTSET" or "VALID"))
            throw new NotSupportedException($"The operator {node.OpType} ('{node.Name}') pads by auto_pad {padding}: export it with explicit pads.");
    }

    public static void Apply(in GradientStep step) => Known[step.Node.OpType](step);
}
