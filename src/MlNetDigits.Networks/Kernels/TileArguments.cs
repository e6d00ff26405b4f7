namespace MlNetDigits.Networks.Kernels;

/// <summary>What one call of the outer-product kernel reads and writes; every stride counts floats.</summary>
internal unsafe struct TileArguments
{
    /// <summary>First value of row 0; row i of a group of three lies <see cref="XStride"/> × i further.</summary>
    public float* X;

    /// <summary>Row 0 of the second factor, a full tile wide.</summary>
    public float* W;

    /// <summary>Where the tile is stored, rows <see cref="YStride"/> apart.</summary>
    public float* Y;

    /// <summary>The tile's initial values, or null for zeros.</summary>
    public float* Initial;

    /// <summary>Floats between initial rows: 0 repeats one row, as a bias does.</summary>
    public nint InitialStride;

    /// <summary>Floats between rows of x within a group of three.</summary>
    public nint XStride;

    /// <summary>Floats between groups of three rows of x: 3 × <see cref="XStride"/> when rows are evenly spaced.</summary>
    public nint XGroupStride;

    /// <summary>Floats that x advances with each term of the inner sum.</summary>
    public nint XInner;

    /// <summary>Floats that w advances with each term of the inner sum.</summary>
    public nint WInner;

    /// <summary>Floats that x advances with each inner sum.</summary>
    public nint XOuter;

    /// <summary>Floats that w advances with each inner sum.</summary>
    public nint WOuter;

    /// <summary>Floats between rows of the stored tile.</summary>
    public nint YStride;

    /// <summary>Terms of one inner sum.</summary>
    public int Inner;

    /// <summary>Number of inner sums.</summary>
    public int Outer;
}
