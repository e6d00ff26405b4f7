using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Makes transforms for the widest registers that whole channels fill.</summary>
internal static class WinogradTransforms
{
    /// <summary>Tiles of 2×2 outputs.</summary>
    /// <param name="channels">Numbers of input and output channels, joined by "or": what divides this divides both.</param>
    public static WinogradTransform Small(int channels) =>
        Vector512.IsHardwareAccelerated && channels % 16 == 0 ? new SmallTileTransform<Simd512, Vector512<float>>()
        : Vector256.IsHardwareAccelerated && channels % 8 == 0 ? new SmallTileTransform<Simd256, Vector256<float>>()
        : new SmallTileTransform<Simd128, Vector128<float>>();

    /// <summary>Tiles of 4×4 and of 5×5 outputs.</summary>
    /// <param name="channels">As for small tiles.</param>
    /// <param name="relu">Whether ReLU follows.</param>
    public static WinogradTransform[] Large(int channels, bool relu) =>
        Vector512.IsHardwareAccelerated && channels % 16 == 0 ? Large<Simd512, Vector512<float>>(relu)
        : Vector256.IsHardwareAccelerated && channels % 8 == 0 ? Large<Simd256, Vector256<float>>(relu)
        : Large<Simd128, Vector128<float>>(relu);

    private static WinogradTransform[] Large<TSimd, TVector>(bool relu) where TSimd : struct, ISimd<TVector> where TVector : struct =>
        [new LargeTileTransform<WinogradTile4, TSimd, TVector>(relu), new LargeTileTransform<WinogradTile5, TSimd, TVector>(relu)];
}
