using System.Globalization;

namespace MlNetDigits.Networks;

/// <summary>Height × width × channels of one image or activation, stored with channels innermost (NHWC).</summary>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Channels">Values for each pixel, at least 1.</param>
public readonly record struct Shape(int Height, int Width, int Channels)
{
    /// <summary>Number of floats: height × width × channels.</summary>
    public int Size => Height * Width * Channels;

    /// <summary>Number of pixels: height × width.</summary>
    internal int Pixels => Height * Width;

    /// <summary>The shape as <c>26×26×32</c>, or the size alone for a flat vector.</summary>
    public override string ToString() => Height == 1 && Width == 1
        ? Channels.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Height}×{Width}×{Channels}");
}
