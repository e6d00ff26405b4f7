using System.Numerics;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>A rectangle of pixels; right and bottom are beyond it.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public static PixelBox Empty { get; } = new(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public PixelBox Union(PixelBox other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The pixels around some points, as far as they lie in a picture.</summary>
    public static PixelBox Around(Vector2 a, Vector2 b, float margin, int width, int height) => new(
        Clamp(Math.Min(a.X, b.X) - margin, width), Clamp(Math.Min(a.Y, b.Y) - margin, height),
        Clamp(Math.Max(a.X, b.X) + margin + 1, width), Clamp(Math.Max(a.Y, b.Y) + margin + 1, height));

    private static int Clamp(float value, int limit) => (int)Math.Clamp(value, 0, limit);
}
