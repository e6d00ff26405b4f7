using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Tiles of 2×2 outputs, whose transforms take additions alone: as exact as a direct convolution.</summary>
internal sealed unsafe class SmallTileTransform<TSimd, TVector> : WinogradTransform
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    public override int Outputs => 2;

    public override void Weights(float* kernels, nint stride, float* target, nint step)
    {
        var half = stackalloc Vector128<float>[12];
        for (int column = 0; column < 3; column++)
        {
            Vector128<float> a = Vector128.Load(kernels + column * stride), b = Vector128.Load(kernels + (3 + column) * stride), c = Vector128.Load(kernels + (6 + column) * stride);
            Spread(a, b, c, half + column, 3);
        }

        var row = stackalloc Vector128<float>[4];
        for (int i = 0; i < 4; i++)
        {
            Spread(half[3 * i], half[3 * i + 1], half[3 * i + 2], row, 1);
            for (int column = 0; column < 4; column++) row[column].Store(target + (4 * i + column) * step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Input(float* patch, nint pitch, int channels, float* target, nint stride)
    {
        for (int channel = 0; channel < channels; channel += TSimd.Width, patch += TSimd.Width, target += TSimd.Width)
        {
            (TVector a0, TVector a1, TVector a2, TVector a3) = Column(patch, pitch);
            (TVector b0, TVector b1, TVector b2, TVector b3) = Column(patch + channels, pitch);
            (TVector c0, TVector c1, TVector c2, TVector c3) = Column(patch + 2 * channels, pitch);
            (TVector d0, TVector d1, TVector d2, TVector d3) = Column(patch + 3 * channels, pitch);
            StoreRow(a0, b0, c0, d0, target, stride);
            StoreRow(a1, b1, c1, d1, target + 4 * stride, stride);
            StoreRow(a2, b2, c2, d2, target + 8 * stride, stride);
            StoreRow(a3, b3, c3, d3, target + 12 * stride, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Output(float* products, nint stride, float* bias, int channels, float* target, nint pitch, nint step, int rows, int columns)
    {
        for (int channel = 0; channel < channels; channel += TSimd.Width, products += TSimd.Width, target += TSimd.Width)
        {
            TVector start = TSimd.Load(bias + channel);
            (TVector a0, TVector a1) = Half(products, stride);
            (TVector b0, TVector b1) = Half(products + stride, stride);
            (TVector c0, TVector c1) = Half(products + 2 * stride, stride);
            (TVector d0, TVector d1) = Half(products + 3 * stride, stride);
            TSimd.Store(TSimd.Add(start, TSimd.Add(a0, TSimd.Add(b0, c0))), target);
            if (columns > 1) TSimd.Store(TSimd.Add(start, TSimd.Subtract(b0, TSimd.Add(c0, d0))), target + step);
            if (rows > 1) TSimd.Store(TSimd.Add(start, TSimd.Add(a1, TSimd.Add(b1, c1))), target + pitch);
            if (rows > 1 && columns > 1) TSimd.Store(TSimd.Add(start, TSimd.Subtract(b1, TSimd.Add(c1, d1))), target + pitch + step);
        }
    }

    private static void Spread(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float>* target, int step)
    {
        Vector128<float> outer = (a + c) * 0.5f, inner = b * 0.5f;
        target[0] = a;
        target[step] = outer + inner;
        target[2 * step] = outer - inner;
        target[3 * step] = c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector, TVector, TVector, TVector) Column(float* first, nint pitch)
    {
        TVector a = TSimd.Load(first), b = TSimd.Load(first + pitch), c = TSimd.Load(first + 2 * pitch), d = TSimd.Load(first + 3 * pitch);
        return (TSimd.Subtract(a, c), TSimd.Add(b, c), TSimd.Subtract(c, b), TSimd.Subtract(b, d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(TVector a, TVector b, TVector c, TVector d, float* target, nint stride)
    {
        TSimd.Store(TSimd.Subtract(a, c), target);
        TSimd.Store(TSimd.Add(b, c), target + stride);
        TSimd.Store(TSimd.Subtract(c, b), target + 2 * stride);
        TSimd.Store(TSimd.Subtract(b, d), target + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector, TVector) Half(float* products, nint stride)
    {
        TVector a = TSimd.Load(products), b = TSimd.Load(products + 4 * stride), c = TSimd.Load(products + 8 * stride), d = TSimd.Load(products + 12 * stride);
        return (TSimd.Add(a, TSimd.Add(b, c)), TSimd.Subtract(b, TSimd.Add(c, d)));
    }
}
