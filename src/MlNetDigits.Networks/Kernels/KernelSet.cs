using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace MlNetDigits.Networks.Kernels;

/// <summary>The kernels of one register width, chosen once by what the processor has and how many channels there are.</summary>
internal sealed unsafe class KernelSet
{
    private readonly delegate*<TileArguments*, void>[] _narrow;
    private readonly delegate*<TileArguments*, void>[] _wide;

    private KernelSet(int width, int maximumRows, delegate*<TileArguments*, void>[] narrow, delegate*<TileArguments*, void>[] wide)
    {
        Width = width;
        MaximumRows = maximumRows;
        _narrow = narrow;
        _wide = wide;
    }

    /// <summary>512-bit registers, 32 of them: tiles of up to 14 × 32 outputs.</summary>
    public static KernelSet Bits512 { get; } = Create<Simd512, Vector512<float>>(14);

    /// <summary>256-bit registers: 16 of them without AVX-512, so tiles of up to 6 × 16 outputs.</summary>
    public static KernelSet Bits256 { get; } = Create<Simd256, Vector256<float>>(Vector512.IsHardwareAccelerated ? 14 : 6);

    /// <summary>128-bit registers: 32 of them on Arm.</summary>
    public static KernelSet Bits128 { get; } =
        Create<Simd128, Vector128<float>>(Vector512.IsHardwareAccelerated || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? 14 : 6);

    /// <summary>Floats in one register.</summary>
    public int Width { get; }

    /// <summary>The largest number of rows in a tile.</summary>
    public int MaximumRows { get; }

    /// <summary>The widest registers that this processor has and that <paramref name="channels"/> outputs fill.</summary>
    public static KernelSet For(int channels) =>
        Vector512.IsHardwareAccelerated && channels > 8 ? Bits512
        : Vector256.IsHardwareAccelerated && channels > 4 ? Bits256
        : Bits128;

    /// <summary>Computes one tile of <paramref name="rows"/> × <paramref name="columns"/> registers.</summary>
    public void Run(int rows, int columns, TileArguments* arguments)
    {
        Debug.Assert(rows >= 1 && rows <= MaximumRows && columns is 1 or 2);
        (columns == 1 ? _narrow : _wide)[rows](arguments);
    }

    private static KernelSet Create<TSimd, TVector>(int maximumRows) where TSimd : struct, ISimd<TVector> where TVector : struct =>
        new(TSimd.Width, maximumRows, Rows<TSimd, TVector, Count1>(), Rows<TSimd, TVector, Count2>());

    private static delegate*<TileArguments*, void>[] Rows<TSimd, TVector, TColumns>()
        where TSimd : struct, ISimd<TVector> where TVector : struct where TColumns : struct, ICount
    {
        delegate*<TileArguments*, void>[] all =
        [
            null,
            &OuterProductKernel<TSimd, TVector, Count1, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count2, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count3, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count4, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count5, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count6, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count7, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count8, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count9, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count10, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count11, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count12, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count13, TColumns>.Run,
            &OuterProductKernel<TSimd, TVector, Count14, TColumns>.Run,
        ];
        return all;
    }
}
