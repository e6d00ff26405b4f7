using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

/// <summary>Convolution and its gradients as the textbook writes them.</summary>
internal static class PlainConvolution
{
    /// <summary>Zeros in front of a side: what TensorFlow documents for "same".</summary>
    public static int Before(int input, int kernel, int stride, Padding padding) =>
        padding == Padding.Valid ? 0 : Math.Max((Output(input, kernel, stride, padding) - 1) * stride + kernel - input, 0) / 2;

    public static int Output(int input, int kernel, int stride, Padding padding) =>
        (int)Math.Ceiling((padding == Padding.Valid ? input - kernel + 1 : input) / (double)stride);

    public static double[] Forward(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] x, double[] weights, double[]? bias, int kernelWidth = 0)
    {
        var y = new double[count * output.Size];
        for (int i = 0; i < y.Length; i++) y[i] = bias?[i % output.Channels] ?? 0;
        ForEachTap(count, input, output, kernel, stride, padding, (xi, wi, yi) =>
        {
            for (int i = 0; i < input.Channels; i++)
                for (int o = 0; o < output.Channels; o++) y[yi + o] += x[xi + i] * weights[wi + i * output.Channels + o];
        }, kernelWidth);
        return y;
    }

    public static double[] InputGradient(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] gradient, double[] weights)
    {
        var dx = new double[count * input.Size];
        ForEachTap(count, input, output, kernel, stride, padding, (xi, wi, yi) =>
        {
            for (int i = 0; i < input.Channels; i++)
                for (int o = 0; o < output.Channels; o++) dx[xi + i] += gradient[yi + o] * weights[wi + i * output.Channels + o];
        });
        return dx;
    }

    public static double[] WeightGradient(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] x, double[] gradient)
    {
        var dw = new double[kernel * kernel * input.Channels * output.Channels];
        ForEachTap(count, input, output, kernel, stride, padding, (xi, wi, yi) =>
        {
            for (int i = 0; i < input.Channels; i++)
                for (int o = 0; o < output.Channels; o++) dw[wi + i * output.Channels + o] += x[xi + i] * gradient[yi + o];
        });
        return dw;
    }

    /// <summary>Calls with the first value of a pixel of x, of a tap's weights and of a pixel of y, for all that belong together.</summary>
    private static void ForEachTap(int count, Shape input, Shape output, int kernel, int stride, Padding padding, Action<int, int, int> tap, int kernelWidth = 0)
    {
        if (kernelWidth == 0) kernelWidth = kernel;
        int top = Before(input.Height, kernel, stride, padding), left = Before(input.Width, kernelWidth, stride, padding);
        for (int y = 0; y < count * output.Pixels; y++)
        {
            int image = y / output.Pixels, row = y / output.Width % output.Height, column = y % output.Width;
            for (int t = 0; t < kernel * kernelWidth; t++)
            {
                int sourceRow = row * stride + t / kernelWidth - top, sourceColumn = column * stride + t % kernelWidth - left;
                if (sourceRow < 0 || sourceRow >= input.Height || sourceColumn < 0 || sourceColumn >= input.Width) continue;
                int x = (image * input.Height + sourceRow) * input.Width + sourceColumn;
                tap(x * input.Channels, t * input.Channels * output.Channels, y * output.Channels);
            }
        }
    }
}
