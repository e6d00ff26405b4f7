namespace MlNetDigits.Images.Normalization;

/// <summary>One connected piece of ink, or several: area and bounds, all in pixels.</summary>
internal readonly record struct InkPart(int Area, int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left + 1;

    public int Height => Bottom - Top + 1;

    /// <summary>Both pieces as one.</summary>
    public InkPart Join(InkPart other) => new(
        Area + other.Area, Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
