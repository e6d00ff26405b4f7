using System.Globalization;

namespace MlNetDigits.Explanation;

/// <summary>The weights that the first convolution learned: what it looks for in an image.</summary>
/// <param name="Layer">Name of the convolution's node.</param>
/// <param name="Filters">Number of kernels.</param>
/// <param name="Channels">Input channels of each kernel, 1 for grey images.</param>
/// <param name="Height">Rows of a kernel.</param>
/// <param name="Width">Columns of a kernel.</param>
/// <param name="Weights">All kernels: [filters, channels, height, width].</param>
public sealed record ConvolutionKernels(string Layer, int Filters, int Channels, int Height, int Width, float[] Weights)
{
    /// <summary>Gives one kernel's weights for one input channel: [height, width], row by row.</summary>
    /// <param name="filter">The kernel, from 0.</param>
    /// <param name="channel">The input channel, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kernel or channel.</exception>
    public ReadOnlySpan<float> Kernel(int filter, int channel = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(filter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(filter, Filters);
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Channels);
        int size = Height * Width;
        return Weights.AsSpan((filter * Channels + channel) * size, size);
    }

    /// <summary>The layer and the shape, such as <c>conv2d_1 · 32 kernels of 3×3</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Layer} · {Filters} kernels of {Height}×{Width}{(Channels > 1 ? $"×{Channels}" : "")}");
}
