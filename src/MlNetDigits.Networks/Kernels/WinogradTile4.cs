using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Four outputs of six inputs.</summary>
internal readonly unsafe struct WinogradTile4 : IWinogradTile
{
    public static int Outputs => 4;

    public static ReadOnlySpan<double> Points => [0, 1, -1, 2, -2];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TSimd, TVector>(float* source, nint step, float* target, nint stride) where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector two = TSimd.Broadcast(2), four = TSimd.Broadcast(4), five = TSimd.Broadcast(-5);
        TVector a = TSimd.Load(source), b = TSimd.Load(source + step), c = TSimd.Load(source + 2 * step);
        TVector d = TSimd.Load(source + 3 * step), e = TSimd.Load(source + 4 * step), f = TSimd.Load(source + 5 * step);
        TVector even = TSimd.FusedMultiplyAdd(TSimd.Broadcast(-4), c, e), odd = TSimd.FusedMultiplyAdd(TSimd.Broadcast(-4), b, d);
        TVector evenOfTwo = TSimd.Subtract(e, c), oddOfTwo = TSimd.Subtract(d, b);
        TSimd.Store(TSimd.FusedMultiplyAdd(four, a, TSimd.FusedMultiplyAdd(five, c, e)), target);
        TSimd.Store(TSimd.Add(even, odd), target + stride);
        TSimd.Store(TSimd.Subtract(even, odd), target + 2 * stride);
        TSimd.Store(TSimd.FusedMultiplyAdd(two, oddOfTwo, evenOfTwo), target + 3 * stride);
        TSimd.Store(TSimd.FusedMultiplyAdd(TSimd.Broadcast(-2), oddOfTwo, evenOfTwo), target + 4 * stride);
        TSimd.Store(TSimd.FusedMultiplyAdd(four, b, TSimd.FusedMultiplyAdd(five, d, f)), target + 5 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TSimd, TVector>(float* source, nint step, TVector start, out TVector first, out TVector second, out TVector third, out TVector fourth, out TVector fifth)
        where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector b = TSimd.Load(source + step), c = TSimd.Load(source + 2 * step), d = TSimd.Load(source + 3 * step), e = TSimd.Load(source + 4 * step);
        TVector even = TSimd.Add(b, c), odd = TSimd.Subtract(b, c), evenOfTwo = TSimd.Add(d, e), oddOfTwo = TSimd.Subtract(d, e);
        TVector startAndOdd = TSimd.Add(start, odd), startAndEven = TSimd.Add(start, even);
        first = TSimd.Add(TSimd.Add(startAndEven, TSimd.Load(source)), evenOfTwo);
        second = TSimd.FusedMultiplyAdd(TSimd.Broadcast(2), oddOfTwo, startAndOdd);
        third = TSimd.FusedMultiplyAdd(TSimd.Broadcast(4), evenOfTwo, startAndEven);
        fourth = TSimd.FusedMultiplyAdd(TSimd.Broadcast(8), oddOfTwo, TSimd.Add(startAndOdd, TSimd.Load(source + 5 * step)));
        fifth = TSimd.Zero;
    }
}
