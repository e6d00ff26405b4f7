using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace MlNetDigits.Networks.Kernels;

/// <summary>3×3 kernels of stride 1 on images of one channel, with ReLU and pooling in registers where they follow at once.</summary>
/// <remarks>
/// Two rows of outputs take 12 multiplications for each column in place of 18: Winograd's algorithm along the columns of the image,
/// whose transforms cost little where there is one channel only. Weights stay in registers along a row.
/// </remarks>
internal abstract unsafe class SingleChannelConvolution : IForwardConvolution
{
    /// <summary>Products of a column of two outputs, times the kernel's columns.</summary>
    protected const int Terms = 12;

    private readonly WindowGeometry _geometry;
    private readonly Shape _bordered;

    private protected SingleChannelConvolution(WindowGeometry geometry, bool pool)
    {
        _geometry = geometry;
        _bordered = geometry.PaddedInput;
        Channels = geometry.Output.Channels;
        IsPooled = pool;
        int size = pool ? 2 : 1;
        Output = new Shape(geometry.Output.Height / size, geometry.Output.Width / size, Channels);
        Rows = Output.Height * size;
        Columns = Output.Width * size;
    }

    public Shape Output { get; }

    public int PackedCount => (Terms + 1) * Channels;

    public int ScratchCount => _bordered.Size + 4 * Width;

    protected int Channels { get; }

    protected bool IsPooled { get; }

    /// <summary>Rows of the output before pooling.</summary>
    protected int Rows { get; }

    /// <summary>Columns of the output before pooling.</summary>
    protected int Columns { get; }

    /// <summary>Width of the input with its border.</summary>
    protected int Width => _bordered.Width;

    /// <summary>Whether these windows can be computed so and are worth it: there are registers enough for the weights.</summary>
    public static bool Fits(WindowGeometry geometry) => IsComputable(geometry) && (Vector512.IsHardwareAccelerated || AdvSimd.IsSupported);

    /// <summary>Whether these windows can be computed so: there are two rows and columns of outputs. Training does so on every processor, for the same bits.</summary>
    public static bool IsComputable(WindowGeometry geometry) =>
        geometry is { KernelHeight: 3, KernelWidth: 3, Stride: 1, Input.Channels: 1, Output: { Height: >= 2, Width: >= 2 } } && geometry.Output.Channels % 4 == 0;

    /// <summary>Makes it for the widest registers that whole channels fill.</summary>
    public static SingleChannelConvolution Create(WindowGeometry geometry, bool relu, bool pool) =>
        Vector512.IsHardwareAccelerated && geometry.Output.Channels % 16 == 0 ? new SingleChannelConvolution<Simd512, Vector512<float>>(geometry, relu, pool)
        : Vector256.IsHardwareAccelerated && geometry.Output.Channels % 8 == 0 ? new SingleChannelConvolution<Simd256, Vector256<float>>(geometry, relu, pool)
        : new SingleChannelConvolution<Simd128, Vector128<float>>(geometry, relu, pool);

    /// <summary>Packs transformed columns of the kernels, then the bias.</summary>
    public void Pack(float* weights, float* bias, float* packed)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int column = 0; column < 3; column++)
            {
                float top = weights[column * Channels + channel], middle = weights[(3 + column) * Channels + channel], bottom = weights[(6 + column) * Channels + channel];
                float* target = packed + column * Channels + channel;
                target[0] = top;
                target[3 * Channels] = (top + middle + bottom) * 0.5f;
                target[6 * Channels] = (top - middle + bottom) * 0.5f;
                target[9 * Channels] = bottom;
            }

            packed[Terms * Channels + channel] = bias == null ? 0 : bias[channel];
        }
    }

    public void Forward(int count, float* input, float* packed, float* output, float* scratch)
    {
        float* transformed = scratch + _bordered.Size;
        for (int image = 0; image < count; image++, input += _geometry.Input.Size, output += Output.Size)
        {
            float* source = Elementwise.WithBorder(input, _geometry, scratch);
            for (int pair = 0; pair < (Rows + 1) / 2; pair++)
            {
                // The last of an odd number of rows is computed together with the one before it, again.
                int row = Math.Min(2 * pair, Rows - 2);
                Transform(source + row * Width, transformed);
                RowPair(transformed, packed, output + (IsPooled ? row / 2 : row) * Output.Width * Channels);
            }
        }
    }

    /// <summary>Computes two rows of outputs, or the one that they are pooled to.</summary>
    protected abstract void RowPair(float* transformed, float* packed, float* output);

    /// <summary>Combines four rows of the input, each <see cref="Width"/> long, to four others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transform(float* rows, float* transformed)
    {
        int width = Width;
        float* a = rows, b = a + width, c = b + width, d = c + width;
        for (int start = 0; start < width; start += Vector128<float>.Count)
        {
            // The last columns of a width that is no multiple are computed again.
            int column = Math.Min(start, width - Vector128<float>.Count);
            Vector128<float> second = Vector128.Load(b + column), third = Vector128.Load(c + column);
            (Vector128.Load(a + column) - third).Store(transformed + column);
            (second + third).Store(transformed + width + column);
            (third - second).Store(transformed + 2 * width + column);
            (second - Vector128.Load(d + column)).Store(transformed + 3 * width + column);
        }
    }
}
