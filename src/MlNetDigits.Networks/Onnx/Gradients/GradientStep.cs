namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>One operator's part in a backward pass: what it read and wrote, and where its inputs' gradients add up.</summary>
internal readonly struct GradientStep(
    OnnxNode node, Func<string, OnnxActivation> values, float[] outputGradient, Dictionary<string, float[]> gradients, Func<string, bool> isConstant)
{
    /// <summary>The operator.</summary>
    public OnnxNode Node { get; } = node;

    /// <summary>Gradient by the output's elements.</summary>
    public float[] OutputGradient { get; } = outputGradient;

    /// <summary>What the operator wrote.</summary>
    public OnnxActivation Output => values(Node.Outputs[0]);

    /// <summary>What the operator read.</summary>
    public OnnxActivation Input(int index = 0) => values(Node.Inputs[index]);

    /// <summary>Whether an input varies from run to run, so that its gradient is wanted.</summary>
    public bool Varies(int index) => !isConstant(Node.Inputs[index]);

    /// <summary>The gradient by an input, to be added to.</summary>
    public float[] InputGradient(int index = 0)
    {
        string name = Node.Inputs[index];
        if (!gradients.TryGetValue(name, out float[]? gradient)) gradients[name] = gradient = new float[values(name).Values.Length];
        return gradient;
    }

    public long Int(string name, long standard) => Node.Attribute(name)?.IntValues[0] ?? standard;

    public float Float(string name, float standard) => Node.Attribute(name)?.FloatValues[0] ?? standard;
}
