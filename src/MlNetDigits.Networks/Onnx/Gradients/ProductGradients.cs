using System.Numerics.Tensors;

namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>Gradients of products with constant weights.</summary>
internal static class ProductGradients
{
    /// <summary>Y = α A B + β C; the gradient by A.</summary>
    public static void Gemm(GradientStep step)
    {
        if (step.Int("transA", 0) == 1) throw Unknown(step, "transposes its first factor");
        Multiply(step, step.Int("transB", 0) == 1, step.Float("alpha", 1));
    }

    public static void MatMul(GradientStep step)
    {
        if (step.Input(1).Dimensions.Count != 2) throw Unknown(step, "has a second factor that is no matrix");
        Multiply(step, isTransposed: false, 1);
    }

    /// <summary>The gradient of a convolution by its input: each output's gradient times the weights that led to it.</summary>
    public static void Convolution(GradientStep step)
    {
        OnnxActivation weights = step.Input(1), input = step.Input(), output = step.Output;
        var window = ImageWindow.Of(step, [weights.Dimensions[2], weights.Dimensions[3]]);
        float[] target = step.InputGradient();
        int filters = weights.Dimensions[0], channels = weights.Dimensions[1], taps = window.Height * window.Width;
        int filtersOfGroup = filters / (int)step.Int("group", 1), width = output.Dimensions[3], pixels = output.Dimensions[2] * width, inputPixels = input.Dimensions[2] * input.Dimensions[3];
        for (int i = 0; i < step.OutputGradient.Length; i++)
        {
            float gradient = step.OutputGradient[i];
            if (gradient == 0) continue;
            int filter = i / pixels % filters, image = i / (pixels * filters), row = i % pixels / width, column = i % width;
            int firstPlane = image * input.Dimensions[1] + filter / filtersOfGroup * channels;
            for (int tap = 0; tap < taps; tap++)
            {
                (int y, int x) = (window.Row(row, tap / window.Width), window.Column(column, tap % window.Width));
                if (y < 0 || x < 0) continue;
                int place = firstPlane * inputPixels + y * input.Dimensions[3] + x, weight = filter * channels * taps + tap;
                for (int channel = 0; channel < channels; channel++)
                    target[place + channel * inputPixels] += gradient * weights.Values[weight + channel * taps];
            }
        }
    }

    private static void Multiply(GradientStep step, bool isTransposed, float factor)
    {
        OnnxActivation weights = step.Input(1);
        int inner = weights.Dimensions[isTransposed ? 1 : 0], outer = weights.Dimensions[isTransposed ? 0 : 1];
        float[] target = step.InputGradient();
        for (int row = 0; row < target.Length / inner; row++)
        {
            ReadOnlySpan<float> gradient = step.OutputGradient.AsSpan(row * outer, outer);
            Span<float> sums = target.AsSpan(row * inner, inner);
            for (int i = 0; i < (isTransposed ? outer : inner); i++)
            {
                if (isTransposed) TensorPrimitives.MultiplyAdd(weights.Values.AsSpan(i * inner, inner), factor * gradient[i], sums, sums);
                else sums[i] += factor * TensorPrimitives.Dot(weights.Values.AsSpan(i * outer, outer), gradient);
            }
        }
    }

    private static NotSupportedException Unknown(GradientStep step, string why) =>
        new($"The operator {step.Node.OpType} ('{step.Node.Name}') {why}, so its gradient is not known here.");
}
