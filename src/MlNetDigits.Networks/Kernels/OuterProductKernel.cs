using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>
/// The one kernel behind convolution and dense layers, forward and both gradients: a tile of outputs, rows × one or two
/// registers, stays in registers while it sums outer products of a column of x and a row of w.
/// </summary>
/// <remarks>
/// tile[i][lane] = initial + Σ over outer, inner of x[i] × w[lane]. Forward, i is an output pixel and the sum runs over taps and
/// input channels; for the gradient of weights, i is a tap's input channel and the sum runs over pixels. Each lane sums in one
/// fixed order, so results do not depend on the register width.
/// </remarks>
internal static unsafe class OuterProductKernel<TSimd, TVector, TRows, TColumns>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TRows : struct, ICount
    where TColumns : struct, ICount
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(TileArguments* arguments)
    {
        int width = TSimd.Width;
        nint s1 = arguments->XStride, s2 = 2 * s1, group = arguments->XGroupStride;
        TVector a0 = TSimd.Zero, b0 = TSimd.Zero;
        TVector a1 = TSimd.Zero, b1 = TSimd.Zero;
        TVector a2 = TSimd.Zero, b2 = TSimd.Zero;
        TVector a3 = TSimd.Zero, b3 = TSimd.Zero;
        TVector a4 = TSimd.Zero, b4 = TSimd.Zero;
        TVector a5 = TSimd.Zero, b5 = TSimd.Zero;
        TVector a6 = TSimd.Zero, b6 = TSimd.Zero;
        TVector a7 = TSimd.Zero, b7 = TSimd.Zero;
        TVector a8 = TSimd.Zero, b8 = TSimd.Zero;
        TVector a9 = TSimd.Zero, b9 = TSimd.Zero;
        TVector a10 = TSimd.Zero, b10 = TSimd.Zero;
        TVector a11 = TSimd.Zero, b11 = TSimd.Zero;
        TVector a12 = TSimd.Zero, b12 = TSimd.Zero;
        TVector a13 = TSimd.Zero, b13 = TSimd.Zero;
        float* start = arguments->Initial;
        if (start != null)
        {
            nint initialStride = arguments->InitialStride;
            if (TRows.Value > 0) { a0 = TSimd.Load(start); if (TColumns.Value > 1) b0 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 1) { a1 = TSimd.Load(start); if (TColumns.Value > 1) b1 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 2) { a2 = TSimd.Load(start); if (TColumns.Value > 1) b2 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 3) { a3 = TSimd.Load(start); if (TColumns.Value > 1) b3 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 4) { a4 = TSimd.Load(start); if (TColumns.Value > 1) b4 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 5) { a5 = TSimd.Load(start); if (TColumns.Value > 1) b5 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 6) { a6 = TSimd.Load(start); if (TColumns.Value > 1) b6 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 7) { a7 = TSimd.Load(start); if (TColumns.Value > 1) b7 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 8) { a8 = TSimd.Load(start); if (TColumns.Value > 1) b8 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 9) { a9 = TSimd.Load(start); if (TColumns.Value > 1) b9 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 10) { a10 = TSimd.Load(start); if (TColumns.Value > 1) b10 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 11) { a11 = TSimd.Load(start); if (TColumns.Value > 1) b11 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 12) { a12 = TSimd.Load(start); if (TColumns.Value > 1) b12 = TSimd.Load(start + width); start += initialStride; }
            if (TRows.Value > 13) { a13 = TSimd.Load(start); if (TColumns.Value > 1) b13 = TSimd.Load(start + width); start += initialStride; }
        }

        nint outerStep = arguments->XOuter, xStep = arguments->XInner, wStep = arguments->WInner, wOuterStep = arguments->WOuter;
        int inner = arguments->Inner;
        float* x = arguments->X, w = arguments->W;
        for (int outer = arguments->Outer; outer > 0; outer--, x += outerStep, w += wOuterStep)
        {
            float* p0 = x, p1 = x + group, p2 = p1 + group, p3 = p2 + group, p4 = p3 + group, v = w;
            for (int k = inner; k > 0; k--)
            {
                TVector w0 = TSimd.Load(v), w1 = TColumns.Value > 1 ? TSimd.Load(v + width) : TSimd.Zero;
                if (TRows.Value > 0) { var x0 = TSimd.Broadcast(p0[0]); a0 = TSimd.FusedMultiplyAdd(x0, w0, a0); if (TColumns.Value > 1) b0 = TSimd.FusedMultiplyAdd(x0, w1, b0); }
                if (TRows.Value > 1) { var x1 = TSimd.Broadcast(p0[s1]); a1 = TSimd.FusedMultiplyAdd(x1, w0, a1); if (TColumns.Value > 1) b1 = TSimd.FusedMultiplyAdd(x1, w1, b1); }
                if (TRows.Value > 2) { var x2 = TSimd.Broadcast(p0[s2]); a2 = TSimd.FusedMultiplyAdd(x2, w0, a2); if (TColumns.Value > 1) b2 = TSimd.FusedMultiplyAdd(x2, w1, b2); }
                if (TRows.Value > 3) { var x3 = TSimd.Broadcast(p1[0]); a3 = TSimd.FusedMultiplyAdd(x3, w0, a3); if (TColumns.Value > 1) b3 = TSimd.FusedMultiplyAdd(x3, w1, b3); }
                if (TRows.Value > 4) { var x4 = TSimd.Broadcast(p1[s1]); a4 = TSimd.FusedMultiplyAdd(x4, w0, a4); if (TColumns.Value > 1) b4 = TSimd.FusedMultiplyAdd(x4, w1, b4); }
                if (TRows.Value > 5) { var x5 = TSimd.Broadcast(p1[s2]); a5 = TSimd.FusedMultiplyAdd(x5, w0, a5); if (TColumns.Value > 1) b5 = TSimd.FusedMultiplyAdd(x5, w1, b5); }
                if (TRows.Value > 6) { var x6 = TSimd.Broadcast(p2[0]); a6 = TSimd.FusedMultiplyAdd(x6, w0, a6); if (TColumns.Value > 1) b6 = TSimd.FusedMultiplyAdd(x6, w1, b6); }
                if (TRows.Value > 7) { var x7 = TSimd.Broadcast(p2[s1]); a7 = TSimd.FusedMultiplyAdd(x7, w0, a7); if (TColumns.Value > 1) b7 = TSimd.FusedMultiplyAdd(x7, w1, b7); }
                if (TRows.Value > 8) { var x8 = TSimd.Broadcast(p2[s2]); a8 = TSimd.FusedMultiplyAdd(x8, w0, a8); if (TColumns.Value > 1) b8 = TSimd.FusedMultiplyAdd(x8, w1, b8); }
                if (TRows.Value > 9) { var x9 = TSimd.Broadcast(p3[0]); a9 = TSimd.FusedMultiplyAdd(x9, w0, a9); if (TColumns.Value > 1) b9 = TSimd.FusedMultiplyAdd(x9, w1, b9); }
                if (TRows.Value > 10) { var x10 = TSimd.Broadcast(p3[s1]); a10 = TSimd.FusedMultiplyAdd(x10, w0, a10); if (TColumns.Value > 1) b10 = TSimd.FusedMultiplyAdd(x10, w1, b10); }
                if (TRows.Value > 11) { var x11 = TSimd.Broadcast(p3[s2]); a11 = TSimd.FusedMultiplyAdd(x11, w0, a11); if (TColumns.Value > 1) b11 = TSimd.FusedMultiplyAdd(x11, w1, b11); }
                if (TRows.Value > 12) { var x12 = TSimd.Broadcast(p4[0]); a12 = TSimd.FusedMultiplyAdd(x12, w0, a12); if (TColumns.Value > 1) b12 = TSimd.FusedMultiplyAdd(x12, w1, b12); }
                if (TRows.Value > 13) { var x13 = TSimd.Broadcast(p4[s1]); a13 = TSimd.FusedMultiplyAdd(x13, w0, a13); if (TColumns.Value > 1) b13 = TSimd.FusedMultiplyAdd(x13, w1, b13); }
                v += wStep;
                p0 += xStep;
                if (TRows.Value > 3) p1 += xStep;
                if (TRows.Value > 6) p2 += xStep;
                if (TRows.Value > 9) p3 += xStep;
                if (TRows.Value > 12) p4 += xStep;
            }
        }

        float* y = arguments->Y;
        nint yStride = arguments->YStride;
        if (TRows.Value > 0) { TSimd.Store(a0, y); if (TColumns.Value > 1) TSimd.Store(b0, y + width); y += yStride; }
        if (TRows.Value > 1) { TSimd.Store(a1, y); if (TColumns.Value > 1) TSimd.Store(b1, y + width); y += yStride; }
        if (TRows.Value > 2) { TSimd.Store(a2, y); if (TColumns.Value > 1) TSimd.Store(b2, y + width); y += yStride; }
        if (TRows.Value > 3) { TSimd.Store(a3, y); if (TColumns.Value > 1) TSimd.Store(b3, y + width); y += yStride; }
        if (TRows.Value > 4) { TSimd.Store(a4, y); if (TColumns.Value > 1) TSimd.Store(b4, y + width); y += yStride; }
        if (TRows.Value > 5) { TSimd.Store(a5, y); if (TColumns.Value > 1) TSimd.Store(b5, y + width); y += yStride; }
        if (TRows.Value > 6) { TSimd.Store(a6, y); if (TColumns.Value > 1) TSimd.Store(b6, y + width); y += yStride; }
        if (TRows.Value > 7) { TSimd.Store(a7, y); if (TColumns.Value > 1) TSimd.Store(b7, y + width); y += yStride; }
        if (TRows.Value > 8) { TSimd.Store(a8, y); if (TColumns.Value > 1) TSimd.Store(b8, y + width); y += yStride; }
        if (TRows.Value > 9) { TSimd.Store(a9, y); if (TColumns.Value > 1) TSimd.Store(b9, y + width); y += yStride; }
        if (TRows.Value > 10) { TSimd.Store(a10, y); if (TColumns.Value > 1) TSimd.Store(b10, y + width); y += yStride; }
        if (TRows.Value > 11) { TSimd.Store(a11, y); if (TColumns.Value > 1) TSimd.Store(b11, y + width); y += yStride; }
        if (TRows.Value > 12) { TSimd.Store(a12, y); if (TColumns.Value > 1) TSimd.Store(b12, y + width); y += yStride; }
        if (TRows.Value > 13) { TSimd.Store(a13, y); if (TColumns.Value > 1) TSimd.Store(b13, y + width); y += yStride; }
    }
}
