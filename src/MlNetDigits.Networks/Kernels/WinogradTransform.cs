namespace MlNetDigits.Networks.Kernels;

/// <summary>The transforms around Winograd's products, for one register width.</summary>
internal abstract unsafe class WinogradTransform
{
    /// <summary>The widest registers that whole channels fill.</summary>
    public static WinogradTransform For(int inputs, int outputs, bool relu, bool pool)
    {
        int common = inputs | outputs;
        return System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated && common % 16 == 0 ? new WinogradTransform<Simd512, System.Runtime.Intrinsics.Vector512<float>>(relu, pool)
            : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated && common % 8 == 0 ? new WinogradTransform<Simd256, System.Runtime.Intrinsics.Vector256<float>>(relu, pool)
            : new WinogradTransform<Simd128, System.Runtime.Intrinsics.Vector128<float>>(relu, pool);
    }

    /// <summary>G g Gᵀ of one 3×3 kernel whose values lie <paramref name="stride"/> apart.</summary>
    public static void Weights(float* kernel, int stride, float* target)
    {
        var half = stackalloc double[12];
        for (int column = 0; column < 3; column++)
        {
            double a = kernel[column * stride], b = kernel[(3 + column) * stride], c = kernel[(6 + column) * stride];
            (half[column], half[3 + column], half[6 + column], half[9 + column]) = (a, 0.5 * (a + b + c), 0.5 * (a - b + c), c);
        }

        for (int row = 0; row < 4; row++)
        {
            double a = half[3 * row], b = half[3 * row + 1], c = half[3 * row + 2];
            (target[4 * row], target[4 * row + 1], target[4 * row + 2], target[4 * row + 3]) =
                ((float)a, (float)(0.5 * (a + b + c)), (float)(0.5 * (a - b + c)), (float)c);
        }
    }

    /// <summary>Bᵀ d B of one 4×4 patch, all channels; each position goes <paramref name="stride"/> further.</summary>
    public abstract void Input(float* patch, nint pitch, int channels, float* target, nint stride);

    /// <summary>Aᵀ m A of one tile plus bias, through ReLU and pooling if so made, for the rows and columns that exist.</summary>
    public abstract void Output(float* products, nint stride, float* bias, int channels, float* target, nint pitch, nint step, int rows, int columns);
}
