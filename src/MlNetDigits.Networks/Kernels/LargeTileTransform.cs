using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Tiles of more outputs, for inference: fewer products, but errors ten times those of a direct convolution.</summary>
/// <param name="relu">Whether ReLU follows.</param>
internal sealed unsafe class LargeTileTransform<TTile, TSimd, TVector>(bool relu) : WinogradTransform
    where TTile : struct, IWinogradTile
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private const int MostInputs = 7, MostOutputs = 5, MostFloats = 16, Taps = 9;

    /// <summary>What each tap counts at each position: [positions, taps].</summary>
    private static readonly double[] Coefficients = ComputeCoefficients();

    public override int Outputs => TTile.Outputs;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Weights(float* kernels, nint stride, float* target, nint step)
    {
        Vector256<double>* taps = stackalloc Vector256<double>[Taps];
        for (int tap = 0; tap < Taps; tap++)
        {
            (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(Vector128.Load(kernels + tap * stride));
            taps[tap] = Vector256.Create(lower, upper);
        }

        ReadOnlySpan<double> coefficients = Coefficients;
        for (int position = 0; position < coefficients.Length / Taps; position++)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            for (int tap = 0; tap < Taps; tap++) sum += taps[tap] * coefficients[position * Taps + tap];
            Vector128.Narrow(sum.GetLower(), sum.GetUpper()).Store(target + position * step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public override void Input(float* patch, nint pitch, int channels, float* target, nint stride)
    {
        int inputs = TTile.Outputs + 2;
        float* columns = stackalloc float[MostInputs * MostInputs * MostFloats];
        for (int channel = 0; channel < channels; channel += TSimd.Width, patch += TSimd.Width, target += TSimd.Width)
        {
            for (int column = 0; column < inputs; column++)
                TTile.Input<TSimd, TVector>(patch + column * channels, pitch, columns + column * TSimd.Width, inputs * TSimd.Width);
            for (int row = 0; row < inputs; row++)
                TTile.Input<TSimd, TVector>(columns + row * inputs * TSimd.Width, TSimd.Width, target + row * inputs * stride, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public override void Output(float* products, nint stride, float* bias, int channels, float* target, nint pitch, nint step, int rows, int columns)
    {
        int inputs = TTile.Outputs + 2;
        float* half = stackalloc float[MostInputs * MostOutputs * MostFloats];
        for (int channel = 0; channel < channels; channel += TSimd.Width, products += TSimd.Width, target += TSimd.Width)
        {
            for (int column = 0; column < inputs; column++)
            {
                TTile.Output<TSimd, TVector>(products + column * stride, inputs * stride, TSimd.Zero, out TVector a, out TVector b, out TVector c, out TVector d, out TVector e);
                Store(a, b, c, d, e, half + column * TSimd.Width, inputs * TSimd.Width, TTile.Outputs);
            }

            TVector start = TSimd.Load(bias + channel);
            for (int row = 0; row < rows; row++)
            {
                TTile.Output<TSimd, TVector>(half + row * inputs * TSimd.Width, TSimd.Width, start, out TVector a, out TVector b, out TVector c, out TVector d, out TVector e);
                Store(Activate(a), Activate(b), Activate(c), Activate(d), Activate(e), target + row * pitch, step, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector a, TVector b, TVector c, TVector d, TVector e, float* target, nint step, int count)
    {
        TSimd.Store(a, target);
        if (count > 1) TSimd.Store(b, target + step);
        if (count > 2) TSimd.Store(c, target + 2 * step);
        if (count > 3) TSimd.Store(d, target + 3 * step);
        if (count > 4) TSimd.Store(e, target + 4 * step);
    }

    /// <summary>A maximum with zero that keeps what is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Activate(TVector value) => relu ? TSimd.Max(TSimd.Zero, value) : value;

    private static double[] ComputeCoefficients()
    {
        int inputs = TTile.Outputs + 2;
        return [.. from position in Enumerable.Range(0, inputs * inputs)
                   from tap in Enumerable.Range(0, Taps)
                   select Coefficient(position / inputs, tap / 3) * Coefficient(position % inputs, tap % 3)];
    }

    /// <summary>What a tap counts at a point: its power over the product of the differences to the other points.</summary>
    private static double Coefficient(int point, int tap)
    {
        ReadOnlySpan<double> points = TTile.Points;
        if (point == points.Length) return tap == 2 ? 1 : 0;
        double value = Math.Pow(points[point], tap);
        for (int other = 0; other < points.Length; other++)
            if (other != point) value /= points[point] - points[other];
        return value;
    }
}
