using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Maximum pooling of 2×2 pixels, two rows of an image at a time, channel by channel.</summary>
internal static unsafe class PairMaximum
{
    /// <summary>Writes the maxima of <paramref name="width"/> windows; input rows are <paramref name="pitch"/> floats apart.</summary>
    public static void Forward(float* rows, nint pitch, int width, int channels, float* output)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) Forward<Simd512, Vector512<float>>(rows, pitch, width, channels, output);
        else if (Vector256.IsHardwareAccelerated && channels % 8 == 0) Forward<Simd256, Vector256<float>>(rows, pitch, width, channels, output);
        else Forward<Simd128, Vector128<float>>(rows, pitch, width, channels, output);
    }

    /// <summary>Hands each window's gradient to the first value that equals the maximum; the others become zero.</summary>
    public static void Backward(float* rows, float* output, float* gradient, nint pitch, int width, int channels, float* target)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) Backward<Simd512, Vector512<float>>(rows, output, gradient, pitch, width, channels, target);
        else if (Vector256.IsHardwareAccelerated && channels % 8 == 0) Backward<Simd256, Vector256<float>>(rows, output, gradient, pitch, width, channels, target);
        else Backward<Simd128, Vector128<float>>(rows, output, gradient, pitch, width, channels, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward<TSimd, TVector>(float* rows, nint pitch, int width, int channels, float* output) where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        for (int pixel = 0; pixel < width; pixel++, rows += 2 * channels, output += channels)
        {
            float* first = rows, second = rows + channels, third = first + pitch, fourth = second + pitch;
            int c = 0;
            for (; c <= channels - TSimd.Width; c += TSimd.Width)
                TSimd.Store(TSimd.Max(TSimd.Max(TSimd.Load(first + c), TSimd.Load(second + c)), TSimd.Max(TSimd.Load(third + c), TSimd.Load(fourth + c))), output + c);
            for (; c < channels; c++) output[c] = Math.Max(Math.Max(first[c], second[c]), Math.Max(third[c], fourth[c]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward<TSimd, TVector>(float* rows, float* output, float* gradient, nint pitch, int width, int channels, float* target) where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        for (int pixel = 0; pixel < width; pixel++, rows += 2 * channels, target += 2 * channels, output += channels, gradient += channels)
        {
            int c = 0;
            for (; c <= channels - TSimd.Width; c += TSimd.Width)
            {
                TVector maximum = TSimd.Load(output + c), left = TSimd.Load(gradient + c);
                left = Hand<TSimd, TVector>(rows + c, maximum, left, target + c);
                left = Hand<TSimd, TVector>(rows + channels + c, maximum, left, target + channels + c);
                left = Hand<TSimd, TVector>(rows + pitch + c, maximum, left, target + pitch + c);
                Hand<TSimd, TVector>(rows + pitch + channels + c, maximum, left, target + pitch + channels + c);
            }

            for (; c < channels; c++)
            {
                float left = gradient[c];
                for (int corner = 0; corner < 4; corner++)
                {
                    nint place = (corner >> 1) * pitch + (corner & 1) * channels + c;
                    bool found = rows[place] == output[c];
                    target[place] = found ? left : 0;
                    if (found) left = 0;
                }
            }
        }
    }

    /// <summary>Stores the gradient where a value is the maximum and gives what is left for the other values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Hand<TSimd, TVector>(float* value, TVector maximum, TVector left, float* target) where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector handed = TSimd.WhereEqual(TSimd.Load(value), maximum, left);
        TSimd.Store(handed, target);
        return TSimd.Subtract(left, handed);
    }
}
