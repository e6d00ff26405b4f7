using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>The transforms around Winograd's products, for one register width.</summary>
internal abstract unsafe class WinogradTransform
{
    /// <summary>The widest registers that whole channels fill.</summary>
    public static WinogradTransform For(int inputs, int outputs, bool relu, bool pool)
    {
        int common = inputs | outputs;
        return Vector512.IsHardwareAccelerated && common % 16 == 0 ? new WinogradTransform<Simd512, Vector512<float>>(relu, pool)
            : Vector256.IsHardwareAccelerated && common % 8 == 0 ? new WinogradTransform<Simd256, Vector256<float>>(relu, pool)
            : new WinogradTransform<Simd128, Vector128<float>>(relu, pool);
    }

    /// <summary>G g Gᵀ of four 3×3 kernels side by side, whose taps lie <paramref name="stride"/> apart; each position goes <paramref name="step"/> further.</summary>
    public static void Weights(float* kernels, nint stride, float* target, nint step)
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

    /// <summary>Bᵀ d B of one 4×4 patch, all channels; each position goes <paramref name="stride"/> further.</summary>
    public abstract void Input(float* patch, nint pitch, int channels, float* target, nint stride);

    /// <summary>Aᵀ m A of one tile plus bias, through ReLU and pooling if so made, for the rows and columns that exist.</summary>
    public abstract void Output(float* products, nint stride, float* bias, int channels, float* target, nint pitch, nint step, int rows, int columns);

    private static void Spread(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float>* target, int step)
    {
        Vector128<float> outer = (a + c) * 0.5f, inner = b * 0.5f;
        target[0] = a;
        target[step] = outer + inner;
        target[2 * step] = outer - inner;
        target[3 * step] = c;
    }
}
