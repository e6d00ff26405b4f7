using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

public sealed unsafe class OuterProductKernelTests
{
    private const int Inner = 5, Outer = 3;

    public static TheoryData<int, int> WidthsAndColumns => new()
    {
        { 512, 1 }, { 512, 2 }, { 256, 1 }, { 256, 2 }, { 128, 1 }, { 128, 2 },
    };

    [Theory]
    [MemberData(nameof(WidthsAndColumns))]
    public void Run_EveryNumberOfRows_EqualsThePlainLoopBitForBit(int bits, int columns)
    {
        KernelSet kernels = Set(bits);

        for (int rows = 1; rows <= kernels.MaximumRows; rows++)
        {
            int lanes = columns * kernels.Width;
            float[] tile = Run(kernels, rows, columns, seed: rows, initialStride: lanes);
            Assert.Equal(PlainLoop(rows, lanes, seed: rows, initialStride: lanes), tile);
        }
    }

    [Theory]
    [MemberData(nameof(WidthsAndColumns))]
    public void Run_InitialStrideZero_RepeatsTheBias(int bits, int columns)
    {
        KernelSet kernels = Set(bits);
        int rows = kernels.MaximumRows, lanes = columns * kernels.Width;

        float[] tile = Run(kernels, rows, columns, seed: 1, initialStride: 0);

        Assert.Equal(PlainLoop(rows, lanes, seed: 1, initialStride: 0), tile);
    }

    [Theory]
    [MemberData(nameof(WidthsAndColumns))]
    public void Run_NoInitialValues_StartsAtZero(int bits, int columns)
    {
        KernelSet kernels = Set(bits);
        int rows = kernels.MaximumRows - 1, lanes = columns * kernels.Width;

        float[] tile = Run(kernels, rows, columns, seed: 2, initialStride: null);

        Assert.Equal(PlainLoop(rows, lanes, seed: 2, initialStride: null), tile);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_AllWidths_GiveTheSameBits(int seed)
    {
        const int Rows = 6;

        float[] narrow = SideBySide(KernelSet.Bits128, Rows, seed), middle = SideBySide(KernelSet.Bits256, Rows, seed), wide = SideBySide(KernelSet.Bits512, Rows, seed);

        Assert.Equal(wide, middle);
        Assert.Equal(wide, narrow);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(15, 16)]
    [InlineData(29, 17)]
    [InlineData(100, 32)]
    public void Tiles_AnyCountAndValidLanes_WriteTheirAreaAlone(int count, int valid)
    {
        KernelSet kernels = KernelSet.Bits512;
        const int Terms = 4, Pitch = 40;
        int columns = valid > kernels.Width ? 2 : 1, lanes = columns * kernels.Width;
        float[] x = Randoms.Whole(count * Terms, 1), w = Randoms.Whole(Terms * lanes, 2);
        using GuardedBuffer xs = new(x), ws = new(w), ys = new(count * Pitch);

        var tile = new TileArguments
        {
            X = xs.Pointer, W = ws.Pointer, Y = ys.Pointer, XStride = Terms, XGroupStride = 3 * Terms, XInner = 1, WInner = lanes, YStride = Pitch, Inner = Terms, Outer = 1,
        };
        Tiles.Run(kernels, count, columns, valid, ref tile);

        for (int row = 0; row < count; row++)
        {
            for (int lane = 0; lane < Pitch; lane++)
            {
                float expected = lane < valid ? Enumerable.Range(0, Terms).Sum(term => x[row * Terms + term] * w[term * lanes + lane]) : float.NaN;
                Assert.Equal(expected, ys.Span[row * Pitch + lane]);
            }
        }

        ys.AssertGuardIntact();
    }

    private static KernelSet Set(int bits) => bits switch { 512 => KernelSet.Bits512, 256 => KernelSet.Bits256, _ => KernelSet.Bits128 };

    /// <summary>Tiles of 32 lanes, one behind the other, however many of this width that takes.</summary>
    private static float[] SideBySide(KernelSet kernels, int rows, int seed)
    {
        float[] x = Randoms.Uniform(Outer * Inner * rows, seed), w = Randoms.Uniform(Outer * Inner * 32, seed + 50);
        using GuardedBuffer xs = new(x), ws = new(w), ys = new(rows * 32);
        for (int lane = 0; lane < 32; lane += 2 * kernels.Width)
        {
            var tile = new TileArguments
            {
                X = xs.Pointer, W = ws.Pointer + lane, Y = ys.Pointer + lane, XStride = 1, XGroupStride = 3, XInner = rows, WInner = 32,
                XOuter = Inner * rows, WOuter = Inner * 32, YStride = 32, Inner = Inner, Outer = Outer,
            };
            kernels.Run(rows, 2, &tile);
        }

        return ys.ToArray();
    }

    private static float[] Run(KernelSet kernels, int rows, int columns, int seed, int? initialStride)
    {
        int lanes = columns * kernels.Width;
        using GuardedBuffer xs = new(X(seed)), ws = new(W(lanes, seed)), ys = new(rows * lanes), initial = new(Initial(lanes, seed));
        var tile = new TileArguments
        {
            X = xs.Pointer, W = ws.Pointer, Y = ys.Pointer, Initial = initialStride == null ? null : initial.Pointer, InitialStride = initialStride ?? 0,
            XStride = 2, XGroupStride = 11, XInner = 1, WInner = lanes, XOuter = 60, WOuter = Inner * lanes + 3, YStride = lanes, Inner = Inner, Outer = Outer,
        };

        kernels.Run(rows, columns, &tile);

        ys.AssertGuardIntact();
        return ys.ToArray();
    }

    private static float[] PlainLoop(int rows, int lanes, int seed, int? initialStride)
    {
        float[] x = X(seed), w = W(lanes, seed), initial = Initial(lanes, seed), tile = new float[rows * lanes];
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                float sum = initialStride is { } stride ? initial[row * stride + lane] : 0;
                for (int outer = 0; outer < Outer; outer++)
                    for (int inner = 0; inner < Inner; inner++)
                        sum = MathF.FusedMultiplyAdd(x[row / 3 * 11 + row % 3 * 2 + outer * 60 + inner], w[outer * (Inner * lanes + 3) + inner * lanes + lane], sum);
                tile[row * lanes + lane] = sum;
            }
        }

        return tile;
    }

    private static float[] X(int seed) => Randoms.Uniform(Outer * 60 + 60, seed);

    private static float[] W(int lanes, int seed) => Randoms.Uniform(Outer * (Inner * lanes + 3), seed + 100);

    private static float[] Initial(int lanes, int seed) => Randoms.Uniform(14 * lanes, seed + 200);
}
