namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>Gradients of pooling over images [N, channels, height, width].</summary>
internal static class PoolGradients
{
    /// <summary>Gives each window's gradient to its first greatest element.</summary>
    public static void Maximum(GradientStep step)
    {
        var window = ImageWindow.Of(step, step.Node.Attribute("kernel_shape")!.IntValues);
        float[] target = step.InputGradient(), input = step.Input().Values, output = step.Output.Values;
        for (int i = 0; i < output.Length; i++)
        {
            foreach (int place in window.Places(i))
            {
                if (input[place] != output[i]) continue;
                target[place] += step.OutputGradient[i];
                break;
            }
        }
    }

    /// <summary>Shares each window's gradient among its elements.</summary>
    public static void Average(GradientStep step)
    {
        var window = ImageWindow.Of(step, step.Node.Attribute("kernel_shape")!.IntValues);
        bool countsPadding = step.Int("count_include_pad", 0) == 1;
        float[] target = step.InputGradient();
        for (int i = 0; i < step.OutputGradient.Length; i++)
        {
            int[] places = [.. window.Places(i)];
            float share = step.OutputGradient[i] / (countsPadding ? window.Height * window.Width : places.Length);
            foreach (int place in places) target[place] += share;
        }
    }

    public static void GlobalAverage(GradientStep step)
    {
        float[] target = step.InputGradient();
        int pixels = target.Length / step.OutputGradient.Length;
        for (int i = 0; i < target.Length; i++) target[i] += step.OutputGradient[i / pixels] / pixels;
    }
}
