namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>Gradient of one value of an ONNX graph by an earlier one, by backpropagation through the operators between them.</summary>
/// <remarks>The activations come from whoever runs the graph, such as ONNX Runtime. Safe under many threads.</remarks>
public sealed class OnnxGradient
{
    private readonly OnnxNode[] _path;
    private readonly string _output, _input;
    private readonly Dictionary<string, OnnxActivation> _constants;

    private OnnxGradient(OnnxNode[] path, string output, string input, Dictionary<string, OnnxActivation> constants)
    {
        (_path, _output, _input, _constants) = (path, output, input, constants);
        RequiredValues = [.. path.SelectMany(node => node.Inputs.Take(node.OpType == "Add" ? 2 : 1).Append(node.Outputs[0]))
            .Append(output).Append(input)
            .Where(name => name.Length > 0 && !constants.ContainsKey(name))
            .Distinct()];
    }

    /// <summary>Names of the values that <see cref="Compute"/> asks for.</summary>
    public IReadOnlyList<string> RequiredValues { get; }

    /// <summary>Finds the operators between two values.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="output">The value to differentiate, such as the logits.</param>
    /// <param name="input">The value to differentiate by, such as the last feature maps.</param>
    /// <returns>The gradient, ready for any number of runs.</returns>
    /// <exception cref="ArgumentException">The output does not depend on the input.</exception>
    /// <exception cref="NotSupportedException">An operator between them has no gradient here; the message names it.</exception>
    public static OnnxGradient Of(OnnxGraph graph, string output, string input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(output);
        ArgumentException.ThrowIfNullOrEmpty(input);
        OnnxNode[] path = graph.Between(input, output);
        if (path.Length == 0)
            throw new ArgumentException($"'{output}' does not depend on '{input}' in the graph '{graph.Name}': name a value before it.", nameof(input));
        HashSet<string> read = [.. path.SelectMany(node => node.Inputs)];
        var constants = graph.Constants().Where(tensor => read.Contains(tensor.Name)).ToDictionary(tensor => tensor.Name, Values);
        foreach (OnnxNode node in path) GradientRules.Require(node, constants.ContainsKey);
        return new OnnxGradient(path, output, input, constants);
    }

    /// <summary>Carries a gradient back from the output to the input.</summary>
    /// <param name="values">Gives each of <see cref="RequiredValues"/> as it was in the run.</param>
    /// <param name="outputGradient">Gradient by the output's elements, such as 1 for one logit and 0 for others.</param>
    /// <returns>Gradient by the input's elements, of the input's length.</returns>
    /// <exception cref="ArgumentException">The gradient's length is not the output's.</exception>
    public float[] Compute(Func<string, OnnxActivation> values, ReadOnlySpan<float> outputGradient)
    {
        ArgumentNullException.ThrowIfNull(values);
        OnnxActivation Value(string name) => _constants.TryGetValue(name, out OnnxActivation? constant) ? constant : values(name);
        int length = Value(_output).Values.Length;
        if (outputGradient.Length != length)
            throw new ArgumentException($"{outputGradient.Length} values are no gradient by '{_output}': give {length}.", nameof(outputGradient));

        var gradients = new Dictionary<string, float[]> { [_output] = outputGradient.ToArray() };
        for (int i = _path.Length - 1; i >= 0; i--)
        {
            OnnxNode node = _path[i];
            if (!gradients.Remove(node.Outputs[0], out float[]? gradient)) continue;
            GradientRules.Apply(new GradientStep(node, Value, gradient, gradients, _constants.ContainsKey));
        }

        return gradients.TryGetValue(_input, out float[]? result) ? result : new float[Value(_input).Values.Length];
    }

    /// <summary>A constant's floats; others, such as shapes, have no gradient and are left empty.</summary>
    private static OnnxActivation Values(OnnxTensor tensor) => tensor.ElementType == OnnxElementType.Float
        ? new OnnxActivation([.. tensor.Dimensions.Select(size => (int)size)], tensor.ToFloats())
        : new OnnxActivation([], []);
}
