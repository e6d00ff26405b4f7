using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Tests.Kernels;
using MlNetDigits.Networks.Tests.Layers;

namespace MlNetDigits.Networks.Tests.Reference;

/// <summary>Every layer's forward pass in double precision, as its definition reads.</summary>
internal static class PlainLayer
{
    /// <param name="layer">A bound layer.</param>
    /// <param name="count">Images.</param>
    /// <param name="x">[count, height, width, channels].</param>
    /// <param name="second">The second input of a layer that has one.</param>
    /// <param name="parameters">The layer's parameters.</param>
    /// <param name="statistics">Running means and variances; null takes the batch's own.</param>
    /// <param name="mask">What dropout multiplies each value by; null drops nothing.</param>
    public static double[] Forward(Layer layer, int count, double[] x, double[]? second, double[] parameters, double[]? statistics = null, double[]? mask = null) => layer switch
    {
        Conv2D it => Convolution(it, count, x, parameters),
        Dense it => PlainConvolution.Forward(count, new Shape(1, 1, it.InputShape.Size), it.OutputShape, 1, 1, Padding.Valid, x, parameters, parameters[(it.InputShape.Size * it.Units)..]),
        MaxPool it => Windows(it, count, it.Size, it.Size, x, takeMaximum: true),
        AveragePool it => Windows(it, count, it.Size, it.Size, x, takeMaximum: false),
        GlobalAveragePool it => Windows(it, count, it.InputShape.Height, it.InputShape.Width, x, takeMaximum: false),
        Relu => Array.ConvertAll(x, value => Math.Max(value, 0)),
        LeakyRelu it => Array.ConvertAll(x, value => value > 0 ? value : it.Slope * value),
        BatchNorm it => Normalized(it.InputShape.Channels, x, parameters, statistics),
        Dropout => mask is null ? x : [.. x.Zip(mask, (value, factor) => value * factor)],
        Flatten => x,
        Add => [.. x.Zip(second!, (left, right) => left + right)],
        _ => throw new NotSupportedException($"Define {layer.Kind} here."),
    };

    /// <summary>What a dropout layer multiplies each value by under a key: what it makes of ones.</summary>
    public static double[] Mask(Dropout layer, int count, ulong key)
    {
        using var rig = new LayerRig(layer, count, training: true, key);
        rig.Input.Span.Fill(1);
        rig.Forward();
        return Array.ConvertAll(rig.Output.ToArray(), value => (double)value);
    }

    private static double[] Convolution(Conv2D layer, int count, double[] x, double[] parameters)
    {
        int weights = layer.KernelSize * layer.KernelWidth * layer.InputShape.Channels * layer.Filters;
        return PlainConvolution.Forward(count, layer.InputShape, layer.OutputShape, layer.KernelSize, layer.Stride, layer.Padding, x, parameters, layer.UseBias ? parameters[weights..] : null, layer.KernelWidth);
    }

    private static double[] Windows(Layer layer, int count, int height, int width, double[] x, bool takeMaximum)
    {
        (Shape input, Shape output) = (layer.InputShape, layer.OutputShape);
        var y = new double[count * output.Size];
        for (int i = 0; i < y.Length; i++)
        {
            int channel = i % output.Channels, column = i / output.Channels % output.Width, row = i / output.Channels / output.Width % output.Height, image = i / output.Size;
            double sum = 0, maximum = double.NegativeInfinity;
            for (int r = row * height; r < (row + 1) * height; r++)
            {
                for (int c = column * width; c < (column + 1) * width; c++)
                {
                    double value = x[image * input.Size + (r * input.Width + c) * input.Channels + channel];
                    sum += value;
                    maximum = Math.Max(maximum, value);
                }
            }

            y[i] = takeMaximum ? maximum : sum / (height * width);
        }

        return y;
    }

    private static double[] Normalized(int channels, double[] x, double[] parameters, double[]? statistics)
    {
        var y = new double[x.Length];
        int pixels = x.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            double mean = 0, variance = 0;
            for (int i = channel; i < x.Length; i += channels) mean += x[i] / pixels;
            for (int i = channel; i < x.Length; i += channels) variance += (x[i] - mean) * (x[i] - mean) / pixels;
            if (statistics is not null) (mean, variance) = (statistics[channel], statistics[channels + channel]);
            for (int i = channel; i < x.Length; i += channels)
                y[i] = parameters[channel] * (x[i] - mean) / Math.Sqrt(variance + 1e-5) + parameters[channels + channel];
        }

        return y;
    }
}
