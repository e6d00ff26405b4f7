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

    public static double[] Forward(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] x, double[] weights, double[]? bias)
    {
        var y = new double[count * output.Size];
        for (int i = 0; i < y.Length; i++) y[i] = bias?[i % output.Channels] ?? 0;
        ForEachProduct(count, input, output, kernel, stride, padding, (xi, wi, yi) => y[yi] += x[xi] * weights[wi]);
        return y;
    }

    public static double[] InputGradient(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] gradient, double[] weights)
    {
        var dx = new double[count * input.Size];
        ForEachProduct(count, input, output, kernel, stride, padding, (xi, wi, yi) => dx[xi] += gradient[yi] * weights[wi]);
        return dx;
    }

    public static double[] WeightGradient(int count, Shape input, Shape output, int kernel, int stride, Padding padding, double[] x, double[] gradient)
    {
        var dw = new double[kernel * kernel * input.Channels * output.Channels];
        ForEachProduct(count, input, output, kernel, stride, padding, (xi, wi, yi) => dw[wi] += x[xi] * gradient[yi]);
        return dw;
    }

    private static void ForEachProduct(int count, Shape input, Shape output, int kernel, int stride, Padding padding, Action<int, int, int> product)
    {
        int top = Before(input.Height, kernel, stride, padding), left = Before(input.Width, kernel, stride, padding);
        for (int image = 0; image < count; image++)
            for (int row = 0; row < output.Height; row++)
                for (int column = 0; column < output.Width; column++)
                    for (int r = 0; r < kernel; r++)
                        for (int c = 0; c < kernel; c++)
                        {
                            int sourceRow = row * stride + r - top, sourceColumn = column * stride + c - left;
                            if (sourceRow < 0 || sourceRow >= input.Height || sourceColumn < 0 || sourceColumn >= input.Width) continue;
                            int x = ((image * input.Height + sourceRow) * input.Width + sourceColumn) * input.Channels;
                            int y = ((image * output.Height + row) * output.Width + column) * output.Channels;
                            for (int i = 0; i < input.Channels; i++)
                                for (int o = 0; o < output.Channels; o++)
                                    product(x + i, ((r * kernel + c) * input.Channels + i) * output.Channels + o, y + o);
                        }
    }
}
