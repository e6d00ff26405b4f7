namespace MlNetDigits.Reading;

/// <summary>Where ink is in a picture, in its pixels.</summary>
/// <param name="X">First column.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Number of columns.</param>
/// <param name="Height">Number of rows.</param>
public readonly record struct InkBox(int X, int Y, int Width, int Height)
{
    /// <summary>Gives what boxes cover together; no boxes cover an empty one.</summary>
    internal static InkBox Around(IEnumerable<InkBox> boxes) => boxes.Aggregate(default(InkBox), (all, box) => all == default ? box : Join(all, box));

    private static InkBox Join(InkBox a, InkBox b)
    {
        (int x, int y) = (Math.Min(a.X, b.X), Math.Min(a.Y, b.Y));
        return new InkBox(x, y, Math.Max(a.X + a.Width, b.X + b.Width) - x, Math.Max(a.Y + a.Height, b.Y + b.Height) - y);
    }
}
