using System.Globalization;
using System.Numerics;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>The greatest value of each window, channel by channel.</summary>
/// <param name="size">Height and width of the window and the stride, at least 1; a remainder at the border is left out.</param>
public sealed class MaxPool(int size = 2) : Layer
{
    /// <summary>Height and width of the window, and the stride.</summary>
    /// <value>Default 2.</value>
    public int Size { get; } = Guard.AtLeast(1, size, nameof(size));

    /// <inheritdoc/>
    public override string Kind => nameof(MaxPool);

    /// <inheritdoc/>
    public override string Details => string.Create(CultureInfo.InvariantCulture, $"{Size}×{Size}");

    /// <inheritdoc/>
    public override long Flops => (long)OutputShape.Size * Size * Size;

    private protected override Shape Infer(Shape input) => new WindowGeometry(input, input.Channels, Size, Size, Size, Padding.Valid).Output;

    internal override unsafe void Forward(in LayerPass pass)
    {
        int channels = InputShape.Channels, pitch = InputShape.Width * channels;
        float* output = pass.Output;
        if (Size == 2)
        {
            for (int image = 0; image < pass.Count; image++)
                for (int row = 0; row < OutputShape.Height; row++, output += OutputShape.Width * channels)
                    PairMaximum.Forward(pass.Input + (long)image * InputShape.Size + (long)row * Size * pitch, pitch, OutputShape.Width, channels, output);
            return;
        }

        for (int image = 0; image < pass.Count; image++)
            for (int row = 0; row < OutputShape.Height; row++)
                for (int column = 0; column < OutputShape.Width; column++, output += channels)
                    Maximum(pass.Input + (long)image * InputShape.Size + (long)row * Size * pitch + column * Size * channels, channels, pitch, output);
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        if (pass.InputGradient == null) return;
        int channels = InputShape.Channels, pitch = InputShape.Width * channels;
        if (OutputShape.Height * Size != InputShape.Height || OutputShape.Width * Size != InputShape.Width)
            Elementwise.Clear(pass.InputGradient, (long)pass.Count * InputShape.Size);
        long position = 0;
        for (int image = 0; image < pass.Count; image++)
        {
            for (int row = 0; row < OutputShape.Height; row++)
            {
                if (Size == 2)
                {
                    long start = (long)image * InputShape.Size + 2L * row * pitch;
                    PairMaximum.Backward(pass.Input + start, pass.Output + position, pass.OutputGradient + position, pitch, OutputShape.Width, channels, pass.InputGradient + start);
                    position += (long)OutputShape.Width * channels;
                    continue;
                }

                for (int column = 0; column < OutputShape.Width; column++, position += channels)
                {
                    long window = (long)image * InputShape.Size + (long)row * Size * pitch + column * Size * channels;
                    Spread(pass.Input + window, pass.Output + position, pass.OutputGradient + position, channels, pitch, pass.InputGradient + window);
                }
            }
        }
    }

    private unsafe void Maximum(float* window, int channels, int pitch, float* output)
    {
        int channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            Vector<float> maximum = Elementwise.Load(window + channel);
            for (int row = 0; row < Size; row++)
                for (int column = 0; column < Size; column++)
                    maximum = Vector.Max(maximum, Elementwise.Load(window + row * pitch + column * channels + channel));
            Elementwise.Store(maximum, output + channel);
        }

        for (; channel < channels; channel++)
        {
            float maximum = window[channel];
            for (int row = 0; row < Size; row++)
                for (int column = 0; column < Size; column++)
                    maximum = Math.Max(maximum, window[row * pitch + column * channels + channel]);
            output[channel] = maximum;
        }
    }

    /// <summary>Hands the gradient to the first value of the window that equals the output.</summary>
    private unsafe void Spread(float* window, float* output, float* gradient, int channels, int pitch, float* target)
    {
        int channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            Vector<float> maximum = Elementwise.Load(output + channel), left = Elementwise.Load(gradient + channel);
            for (int row = 0; row < Size; row++)
            {
                for (int column = 0; column < Size; column++)
                {
                    int offset = row * pitch + column * channels + channel;
                    Vector<int> found = Vector.Equals(Elementwise.Load(window + offset), maximum);
                    Elementwise.Store(Vector.ConditionalSelect(found, left, Vector<float>.Zero), target + offset);
                    left = Vector.ConditionalSelect(found, Vector<float>.Zero, left);
                }
            }
        }

        for (; channel < channels; channel++)
        {
            float left = gradient[channel];
            for (int row = 0; row < Size; row++)
            {
                for (int column = 0; column < Size; column++)
                {
                    int offset = row * pitch + column * channels + channel;
                    bool found = window[offset] == output[channel];
                    target[offset] = found ? left : 0;
                    if (found) left = 0;
                }
            }
        }
    }

    internal override ExportedValue Export(in LayerExport export) => new(
        export.Node("MaxPool", [export.Image()], OnnxAttribute.Ints("kernel_shape", Size, Size), OnnxAttribute.Ints("strides", Size, Size)), false);
}
