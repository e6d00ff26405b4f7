using System.Runtime.CompilerServices;

namespace MlNetDigits.Networks.Kernels;

/// <summary>Cuts a row of outputs into tiles that fit the registers.</summary>
internal static unsafe class Tiles
{
    private const int LargestTile = 14 * 2 * 16;

    /// <summary>
    /// Computes <paramref name="count"/> rows of a tile, <paramref name="valid"/> lanes wide; arguments describe row 0 and are
    /// changed on the way. A row's initial values are a bias (stride 0) or its present values (stride as Y).
    /// </summary>
    [SkipLocalsInit]
    public static void Run(KernelSet kernels, int count, int columns, int valid, ref TileArguments arguments)
    {
        int chunks = (count + kernels.MaximumRows - 1) / kernels.MaximumRows;
        bool whole = valid == columns * kernels.Width;
        float* spill = stackalloc float[whole ? 1 : LargestTile];
        fixed (TileArguments* a = &arguments)
        {
            for (int chunk = 0, start = 0; chunk < chunks; chunk++)
            {
                int rows = (count - start) / (chunks - chunk);
                if (whole) kernels.Run(rows, columns, a);
                else RunNarrow(kernels, rows, columns, valid, a, spill);
                a->X += a->XStride * rows;
                a->Y += a->YStride * rows;
                if (a->Initial != null) a->Initial += a->InitialStride * rows;
                start += rows;
            }
        }
    }

    private static void RunNarrow(KernelSet kernels, int rows, int columns, int valid, TileArguments* a, float* spill)
    {
        float* y = a->Y;
        nint stride = a->YStride;
        a->Y = spill;
        a->YStride = columns * kernels.Width;
        kernels.Run(rows, columns, a);
        for (int row = 0; row < rows; row++)
            new ReadOnlySpan<float>(spill + row * a->YStride, valid).CopyTo(new Span<float>(y + row * stride, valid));
        a->Y = y;
        a->YStride = stride;
    }
}
