using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <inheritdoc/>
internal sealed unsafe class MatrixVector<TSimd, TVector>(int inputs, int outputs) : MatrixVector(inputs, outputs, TSimd.Width)
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    public override void Forward(int count, float* input, float* packed, float* output)
    {
        for (; count >= 2; count -= 2, input += 2 * Inputs, output += 2 * Outputs) Images<Count2>(input, packed, output);
        if (count > 0) Images<Count1>(input, packed, output);
    }

    /// <summary>One image, or two that share the loads of weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private void Images<TCount>(float* input, float* packed, float* output) where TCount : struct, ICount
    {
        float* sums = stackalloc float[2 * 16];
        for (int first = 0; first < Outputs; first += TSimd.Width)
        {
            TVector a0 = TSimd.Load(packed), a1 = TSimd.Zero, a2 = TSimd.Zero, a3 = TSimd.Zero, b0 = a0, b1 = TSimd.Zero, b2 = TSimd.Zero, b3 = TSimd.Zero;
            packed += TSimd.Width;
            float* a = input, b = input + Inputs;
            int rest = Inputs;
            for (; rest >= 4; rest -= 4, a += 4, b += 4, packed += 4 * TSimd.Width)
            {
                TVector w0 = TSimd.Load(packed), w1 = TSimd.Load(packed + TSimd.Width), w2 = TSimd.Load(packed + 2 * TSimd.Width), w3 = TSimd.Load(packed + 3 * TSimd.Width);
                a0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[0]), w0, a0);
                a1 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[1]), w1, a1);
                a2 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[2]), w2, a2);
                a3 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[3]), w3, a3);
                if (TCount.Value == 1) continue;
                b0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(b[0]), w0, b0);
                b1 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(b[1]), w1, b1);
                b2 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(b[2]), w2, b2);
                b3 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(b[3]), w3, b3);
            }

            for (; rest > 0; rest--, a++, b++, packed += TSimd.Width)
            {
                a0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[0]), TSimd.Load(packed), a0);
                if (TCount.Value > 1) b0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(b[0]), TSimd.Load(packed), b0);
            }

            TSimd.Store(TSimd.Add(TSimd.Add(a0, a1), TSimd.Add(a2, a3)), sums);
            if (TCount.Value > 1) TSimd.Store(TSimd.Add(TSimd.Add(b0, b1), TSimd.Add(b2, b3)), sums + TSimd.Width);
            int valid = Math.Min(TSimd.Width, Outputs - first);
            for (int image = 0; image < TCount.Value; image++)
                new ReadOnlySpan<float>(sums + image * TSimd.Width, valid).CopyTo(new Span<float>(output + image * Outputs + first, valid));
        }
    }
}
