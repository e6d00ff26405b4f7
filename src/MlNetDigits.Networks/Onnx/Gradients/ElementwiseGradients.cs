using System.Numerics.Tensors;

namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>Gradients of operators whose every output element comes of one element of each input.</summary>
internal static class ElementwiseGradients
{
    /// <summary>For operators that change no element, only their order in dimensions.</summary>
    public static void Pass(GradientStep step)
    {
        float[] target = step.InputGradient();
        TensorPrimitives.Add(target, step.OutputGradient, target);
    }

    /// <summary>Multiplies by the derivative, a function of the input and the output.</summary>
    public static void Scale(GradientStep step, Func<float, float, float> derivative)
    {
        float[] target = step.InputGradient(), input = step.Input().Values, output = step.Output.Values;
        for (int i = 0; i < target.Length; i++) target[i] += step.OutputGradient[i] * derivative(input[i], output[i]);
    }

    public static void LeakyRelu(GradientStep step)
    {
        float slope = step.Float("alpha", 0.01f);
        Scale(step, (x, _) => x > 0 ? 1 : slope);
    }

    public static void Transpose(GradientStep step)
    {
        IReadOnlyList<int> from = step.Input().Dimensions, to = step.Output.Dimensions;
        int rank = from.Count;
        int[] order = step.Node.Attribute("perm") is { } given ? [.. given.IntValues.Select(axis => (int)axis)] : [.. Enumerable.Range(0, rank).Reverse()];
        var strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= from[axis--]) strides[axis] = stride;
        float[] target = step.InputGradient();
        for (int i = 0; i < target.Length; i++)
        {
            int rest = i, place = 0;
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                place += rest % to[axis] * strides[order[axis]];
                rest /= to[axis];
            }

            target[place] += step.OutputGradient[i];
        }
    }

    /// <summary>Adds the gradient to both terms; a term that is repeated along dimensions must be a constant.</summary>
    public static void Add(GradientStep step)
    {
        for (int term = 0; term < 2; term++)
        {
            if (!step.Varies(term)) continue;
            float[] target = step.InputGradient(term);
            if (target.Length != step.OutputGradient.Length)
                throw new NotSupportedException($"The operator Add ('{step.Node.Name}') repeats '{step.Node.Inputs[term]}' along dimensions, whose gradient is not known here.");
            TensorPrimitives.Add(target, step.OutputGradient, target);
        }
    }

    /// <summary>Scales each channel, as normalization with fixed statistics does.</summary>
    public static void BatchNormalization(GradientStep step)
    {
        float epsilon = step.Float("epsilon", 1e-5f);
        float[] target = step.InputGradient(), scale = step.Input(1).Values, variance = step.Input(4).Values;
        int pixels = step.Input().Dimensions.Skip(2).Aggregate(1, (product, size) => product * size);
        for (int i = 0; i < target.Length; i++)
        {
            int channel = i / pixels % scale.Length;
            target[i] += step.OutputGradient[i] * scale[channel] / MathF.Sqrt(variance[channel] + epsilon);
        }
    }
}
