using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Measures what the processor can do at most: fused multiply-adds on registers alone.</summary>
public static class PeakBenchmark
{
    private const int Chains = 16;
    // Half a millisecond: short enough for some measurements to go by undisturbed on a busy machine.
    private const int Iterations = 100_000;

    /// <summary>Measures the peak of all threads together.</summary>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="repeats">Measurements to take the best of; default 100.</param>
    /// <returns>Giga floating-point operations per second.</returns>
    public static double Measure(int threads, int repeats = 100)
    {
        using var team = new WorkerTeam(threads);
        var sums = new float[threads];
        Action<int> work = worker => sums[worker] =
            Vector512.IsHardwareAccelerated ? Spin<Simd512, Vector512<float>>()
            : Vector256.IsHardwareAccelerated ? Spin<Simd256, Vector256<float>>()
            : Spin<Simd128, Vector128<float>>();
        int width = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;
        double best = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            var clock = Stopwatch.StartNew();
            team.Run(work);
            best = Math.Max(best, 2.0 * width * Chains * Iterations * threads / clock.Elapsed.TotalSeconds / 1e9);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe float Spin<TSimd, TVector>() where TSimd : struct, ISimd<TVector> where TVector : struct
    {
        TVector factor = TSimd.Broadcast(0.999999f), offset = TSimd.Broadcast(1e-6f);
        TVector a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor;
        TVector i = factor, j = factor, k = factor, l = factor, m = factor, n = factor, o = factor, p = factor;
        for (int count = 0; count < Iterations; count++)
        {
            a = TSimd.FusedMultiplyAdd(a, factor, offset);
            b = TSimd.FusedMultiplyAdd(b, factor, offset);
            c = TSimd.FusedMultiplyAdd(c, factor, offset);
            d = TSimd.FusedMultiplyAdd(d, factor, offset);
            e = TSimd.FusedMultiplyAdd(e, factor, offset);
            f = TSimd.FusedMultiplyAdd(f, factor, offset);
            g = TSimd.FusedMultiplyAdd(g, factor, offset);
            h = TSimd.FusedMultiplyAdd(h, factor, offset);
            i = TSimd.FusedMultiplyAdd(i, factor, offset);
            j = TSimd.FusedMultiplyAdd(j, factor, offset);
            k = TSimd.FusedMultiplyAdd(k, factor, offset);
            l = TSimd.FusedMultiplyAdd(l, factor, offset);
            m = TSimd.FusedMultiplyAdd(m, factor, offset);
            n = TSimd.FusedMultiplyAdd(n, factor, offset);
            o = TSimd.FusedMultiplyAdd(o, factor, offset);
            p = TSimd.FusedMultiplyAdd(p, factor, offset);
        }

        TVector sum = TSimd.Add(TSimd.Add(TSimd.Add(a, b), TSimd.Add(c, d)), TSimd.Add(TSimd.Add(e, f), TSimd.Add(g, h)));
        sum = TSimd.Add(sum, TSimd.Add(TSimd.Add(TSimd.Add(i, j), TSimd.Add(k, l)), TSimd.Add(TSimd.Add(m, n), TSimd.Add(o, p))));
        float* lanes = stackalloc float[16];
        TSimd.Store(sum, lanes);
        return lanes[0];
    }
}
