using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Five outputs of seven inputs.</summary>
internal readonly unsafe struct WinogradTile5 : IWinogradTile
{
    public static int Outputs => 5;

    public static ReadOnlySpan<double> Points => [1, -1, 2, -2, 0.5, -0.5];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TSimd, TVector>(float* source, nint step, float* target, nint stride) where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector a = TSimd.Load(source), b = TSimd.Load(source + step), c = TSimd.Load(source + 2 * step), d = TSimd.Load(source + 3 * step);
        TVector e = TSimd.Load(source + 4 * step), f = TSimd.Load(source + 5 * step), g = TSimd.Load(source + 6 * step);

        TVector factor = TSimd.Broadcast(-4.25f);
        TVector even = TSimd.FusedMultiplyAdd(factor, c, TSimd.Add(a, e)), odd = TSimd.FusedMultiplyAdd(factor, d, TSimd.Add(b, f));
        TSimd.Store(TSimd.Add(odd, even), target);
        TSimd.Store(TSimd.Subtract(odd, even), target + stride);

        factor = TSimd.Broadcast(-1.25f);
        TVector quarter = TSimd.Broadcast(0.25f);
        even = TSimd.FusedMultiplyAdd(quarter, a, TSimd.FusedMultiplyAdd(factor, c, e));
        odd = TSimd.FusedMultiplyAdd(quarter, b, TSimd.FusedMultiplyAdd(factor, d, f));
        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(2), even, odd), target + 2 * stride);
        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(-2), even, odd), target + 3 * stride);

        factor = TSimd.Broadcast(-5);
        TVector four = TSimd.Broadcast(4);
        even = TSimd.FusedMultiplyAdd(four, a, TSimd.FusedMultiplyAdd(factor, c, e));
        odd = TSimd.FusedMultiplyAdd(four, b, TSimd.FusedMultiplyAdd(factor, d, f));
        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(0.5f), even, odd), target + 4 * stride);
        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(-0.5f), even, odd), target + 5 * stride);

        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(5.25f), TSimd.Subtract(c, e), TSimd.Subtract(g, a)), target + 6 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TSimd, TVector>(float* source, nint step, TVector start, out TVector first, out TVector second, out TVector third, out TVector fourth, out TVector fifth)
        where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector a = TSimd.Load(source), b = TSimd.Load(source + step), c = TSimd.Load(source + 2 * step), d = TSimd.Load(source + 3 * step);
        TVector e = TSimd.Load(source + 4 * step), f = TSimd.Load(source + 5 * step);
        TVector even = TSimd.Add(start, TSimd.Add(a, b)), odd = TSimd.Add(start, TSimd.Subtract(a, b));
        TVector evenOfTwo = TSimd.Add(c, d), oddOfTwo = TSimd.Subtract(c, d), evenOfHalf = TSimd.Add(e, f), oddOfHalf = TSimd.Subtract(e, f);
        first = TSimd.Add(even, TSimd.Add(evenOfTwo, evenOfHalf));
        second = TSimd.FusedMultiplyAdd(TSimd.Broadcast(2), oddOfTwo, TSimd.FusedMultiplyAdd(TSimd.Broadcast(0.5f), oddOfHalf, odd));
        third = TSimd.FusedMultiplyAdd(TSimd.Broadcast(4), evenOfTwo, TSimd.FusedMultiplyAdd(TSimd.Broadcast(0.25f), evenOfHalf, even));
        fourth = TSimd.FusedMultiplyAdd(TSimd.Broadcast(8), oddOfTwo, TSimd.FusedMultiplyAdd(TSimd.Broadcast(0.125f), oddOfHalf, odd));
        TVector last = TSimd.Add(even, TSimd.Load(source + 6 * step));
        fifth = TSimd.FusedMultiplyAdd(TSimd.Broadcast(16), evenOfTwo, TSimd.FusedMultiplyAdd(TSimd.Broadcast(0.0625f), evenOfHalf, last));
    }
}
