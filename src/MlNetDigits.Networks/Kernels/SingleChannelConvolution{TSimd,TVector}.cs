using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <inheritdoc/>
internal sealed unsafe class SingleChannelConvolution<TSimd, TVector>(WindowGeometry geometry, bool relu, bool pool) : SingleChannelConvolution(geometry, pool)
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void RowPair(float* transformed, float* packed, float* output)
    {
        for (int channel = 0; channel < Channels; channel += TSimd.Width, packed += TSimd.Width, output += TSimd.Width)
        {
            float* w = packed;
            TVector a0 = TSimd.Load(w), a1 = TSimd.Load(w += Channels), a2 = TSimd.Load(w += Channels);
            TVector b0 = TSimd.Load(w += Channels), b1 = TSimd.Load(w += Channels), b2 = TSimd.Load(w += Channels);
            TVector c0 = TSimd.Load(w += Channels), c1 = TSimd.Load(w += Channels), c2 = TSimd.Load(w += Channels);
            TVector d0 = TSimd.Load(w += Channels), d1 = TSimd.Load(w += Channels), d2 = TSimd.Load(w += Channels), bias = TSimd.Load(w + Channels);
            for (int start = 0; start < Columns; start += 2)
            {
                int column = Math.Min(start, Columns - 2);
                float* a = transformed + column, b = a + Width, c = b + Width, d = c + Width;
                (TVector first0, TVector second0) = Pair(a, b, c, d, a0, a1, a2, b0, b1, b2, c0, c1, c2, d0, d1, d2, bias);
                (TVector first1, TVector second1) = Pair(a + 1, b + 1, c + 1, d + 1, a0, a1, a2, b0, b1, b2, c0, c1, c2, d0, d1, d2, bias);
                if (IsPooled)
                {
                    TSimd.Store(Activate(TSimd.Max(TSimd.Max(first0, first1), TSimd.Max(second0, second1))), output + column / 2 * Channels);
                }
                else
                {
                    float* upper = output + column * Channels, lower = upper + Columns * Channels;
                    TSimd.Store(Activate(first0), upper);
                    TSimd.Store(Activate(first1), upper + Channels);
                    TSimd.Store(Activate(second0), lower);
                    TSimd.Store(Activate(second1), lower + Channels);
                }
            }
        }
    }

    /// <summary>Two outputs, one below the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector First, TVector Second) Pair(float* a, float* b, float* c, float* d,
        TVector a0, TVector a1, TVector a2, TVector b0, TVector b1, TVector b2, TVector c0, TVector c1, TVector c2, TVector d0, TVector d1, TVector d2, TVector bias)
    {
        TVector upper = Sum(a, a0, a1, a2, TSimd.Zero), plus = Sum(b, b0, b1, b2, bias), minus = Sum(c, c0, c1, c2, TSimd.Zero), lower = Sum(d, d0, d1, d2, TSimd.Zero);
        return (TSimd.Add(upper, TSimd.Add(plus, minus)), TSimd.Subtract(plus, TSimd.Add(minus, lower)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(float* x, TVector left, TVector middle, TVector right, TVector start) => TSimd.FusedMultiplyAdd(
        TSimd.Broadcast(x[2]), right, TSimd.FusedMultiplyAdd(TSimd.Broadcast(x[1]), middle, TSimd.FusedMultiplyAdd(TSimd.Broadcast(x[0]), left, start)));

    /// <summary>A maximum with zero that keeps what is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Activate(TVector value) => relu ? TSimd.Max(TSimd.Zero, value) : value;
}
