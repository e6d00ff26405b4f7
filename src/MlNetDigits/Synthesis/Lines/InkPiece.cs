using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>A written digit or mark that can be moved by whole pixels.</summary>
internal sealed class InkPiece : IDisposable
{
    private const float Visible = 0.15f;

    private readonly InkLayer _layer;
    private readonly PixelBox _ink;
    private readonly (int Left, int Right)[] _rows;

    public InkPiece(int? digit, InkLayer layer)
    {
        (Digit, _layer, _ink) = (digit, layer, layer.Measure());
        _rows = new (int, int)[_ink.Height];
        for (int y = 0; y < _rows.Length; y++) _rows[y] = Ends(layer.Row(_ink.Top + y)[_ink.Left.._ink.Right]);
    }

    /// <summary>Gets the digit; null is a mark, which is no part of the text.</summary>
    public int? Digit { get; }

    public int Width => _ink.Width;

    public int Height => _ink.Height;

    /// <summary>Gets or sets the first column of the ink.</summary>
    public int X { get; set; }

    /// <summary>Gets or sets the first row of the ink.</summary>
    public int Y { get; set; }

    /// <summary>Pixels of paper between this and a piece to its right, in the row where they are closest; null if no row has both.</summary>
    public int? GapTo(InkPiece next)
    {
        int? gap = null;
        for (int y = Math.Max(Y, next.Y); y < Math.Min(Y + Height, next.Y + next.Height); y++)
        {
            (int left, int right) = (next._rows[y - next.Y].Left, _rows[y - Y].Right);
            if (right == 0 || left == int.MaxValue) continue;
            int between = next.X + left - X - right;
            gap = Math.Min(gap ?? between, between);
        }

        return gap;
    }

    /// <summary>Gets the ink's box, of digits alone.</summary>
    public DigitBox? Box => Digit is { } digit ? new DigitBox(digit, X, Y, Width, Height) : null;

    public void Place(InkLayer target) => target.Merge(_layer, X - _ink.Left, Y - _ink.Top);

    /// <summary>Writes a number to all pixels that have more of this ink than of those before.</summary>
    /// <param name="owners">A number for each pixel of the sheet.</param>
    /// <param name="covers">The most ink that an owner has there.</param>
    /// <param name="width">Pixels per row of the sheet.</param>
    /// <param name="number">The number.</param>
    public void Claim(ushort[] owners, float[] covers, int width, ushort number)
    {
        int height = owners.Length / width;
        for (int y = Math.Max(0, -Y); y < Math.Min(Height, height - Y); y++)
        {
            ReadOnlySpan<float> row = _layer.Row(_ink.Top + y)[_ink.Left.._ink.Right];
            for (int x = Math.Max(0, -X); x < Math.Min(row.Length, width - X); x++)
            {
                int at = ((Y + y) * width) + X + x;
                if (row[x] > Visible && row[x] > covers[at])
                    (owners[at], covers[at]) = (number, row[x]);
            }
        }
    }

    public void Dispose() => _layer.Dispose();

    private static (int Left, int Right) Ends(ReadOnlySpan<float> row)
    {
        (int left, int right) = (int.MaxValue, 0);
        for (int x = 0; x < row.Length; x++)
        {
            if (row[x] < Visible) continue;
            left = Math.Min(left, x);
            right = x + 1;
        }

        return (left, right);
    }
}
