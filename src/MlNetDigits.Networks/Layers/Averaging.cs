using MlNetDigits.Networks.Kernels;
using System.Numerics;

namespace MlNetDigits.Networks.Layers;

/// <summary>Both passes of layers that average windows that do not overlap.</summary>
internal static unsafe class Averaging
{
    public static void Forward(WindowGeometry geometry, in LayerPass pass)
    {
        Shape input = geometry.Input, output = geometry.Output;
        int pitch = input.Width * input.Channels;
        float share = 1f / (geometry.KernelHeight * geometry.KernelWidth);
        float* target = pass.Output;
        for (int image = 0; image < pass.Count; image++)
        {
            for (int row = 0; row < output.Height; row++)
            {
                for (int column = 0; column < output.Width; column++, target += output.Channels)
                {
                    float* window = pass.Input + (long)image * input.Size + (long)row * geometry.Stride * pitch + column * geometry.Stride * input.Channels;
                    Elementwise.Clear(target, output.Channels);
                    for (int r = 0; r < geometry.KernelHeight; r++) Elementwise.AddPixels(window + r * pitch, geometry.KernelWidth, input.Channels, target);
                    Scale(target, share, output.Channels, target);
                }
            }
        }
    }

    public static void Backward(WindowGeometry geometry, in LayerPass pass)
    {
        if (pass.InputGradient == null) return;
        Shape input = geometry.Input, output = geometry.Output;
        int pitch = input.Width * input.Channels;
        float share = 1f / (geometry.KernelHeight * geometry.KernelWidth);
        float* source = pass.OutputGradient;
        Elementwise.Clear(pass.InputGradient, (long)pass.Count * input.Size);
        for (int image = 0; image < pass.Count; image++)
        {
            for (int row = 0; row < output.Height; row++)
            {
                for (int column = 0; column < output.Width; column++, source += output.Channels)
                {
                    float* window = pass.InputGradient + (long)image * input.Size + (long)row * geometry.Stride * pitch + column * geometry.Stride * input.Channels;
                    for (int r = 0; r < geometry.KernelHeight; r++)
                        for (int c = 0; c < geometry.KernelWidth; c++)
                            Scale(source, share, output.Channels, window + r * pitch + c * input.Channels);
                }
            }
        }
    }

    private static void Scale(float* source, float factor, int count, float* target)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count) Elementwise.Store(Elementwise.Load(source + i) * factor, target + i);
        for (; i < count; i++) target[i] = source[i] * factor;
    }
}
