using System.Buffers;
using System.Numerics;
using MlNetDigits.Images;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>How much of each pixel ink covers, from 0 to 1; strokes over strokes make nothing darker.</summary>
internal sealed class InkLayer : IDisposable
{
    private const float Threshold = 0.04f;

    private readonly float[] _cover;

    public InkLayer(int width, int height)
    {
        (Width, Height) = (width, height);
        _cover = ArrayPool<float>.Shared.Rent(width * height);
        _cover.AsSpan(0, width * height).Clear();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Gets the pixels that may have ink.</summary>
    public PixelBox Touched { get; private set; } = PixelBox.Empty;

    public Span<float> Row(int y) => _cover.AsSpan(y * Width, Width);

    public void Touch(PixelBox box)
    {
        if (!box.IsEmpty) Touched = Touched.Union(box);
    }

    /// <summary>Draws a segment with round ends whose radius and density go from those of one end to those of the other.</summary>
    public void Segment(Vector2 from, Vector2 to, float fromRadius, float toRadius, float fromDensity = 1, float toDensity = 1)
    {
        PixelBox box = PixelBox.Around(from, to, Math.Max(fromRadius, toRadius) + 1, Width, Height);
        if (box.IsEmpty) return;
        Touch(box);
        float x = to.X - from.X, y = to.Y - from.Y, scale = 1 / Math.Max((x * x) + (y * y), 1e-6f);
        for (int row = box.Top; row < box.Bottom; row++)
        {
            Span<float> cover = Row(row);
            float offsetY = row + 0.5f - from.Y;
            for (int column = box.Left; column < box.Right; column++)
            {
                float offsetX = column + 0.5f - from.X;
                float share = Math.Clamp(((offsetX * x) + (offsetY * y)) * scale, 0, 1);
                float acrossX = offsetX - (share * x), acrossY = offsetY - (share * y);
                float radius = fromRadius + ((toRadius - fromRadius) * share), reach = Math.Max(radius, 0.5f) + 0.5f;
                float square = (acrossX * acrossX) + (acrossY * acrossY);
                if (square >= reach * reach) continue;
                float ink = Math.Min(reach - MathF.Sqrt(square), 1) * Math.Min(2 * radius, 1) * (fromDensity + ((toDensity - fromDensity) * share));
                if (ink > cover[column]) cover[column] = ink;
            }
        }
    }

    /// <summary>Covers a rectangle of whole pixels.</summary>
    public void Fill(PixelBox box, float density = 1)
    {
        PixelBox inside = new(Math.Max(box.Left, 0), Math.Max(box.Top, 0), Math.Min(box.Right, Width), Math.Min(box.Bottom, Height));
        if (inside.IsEmpty) return;
        Touch(inside);
        for (int row = inside.Top; row < inside.Bottom; row++)
        {
            foreach (ref float cover in Row(row)[inside.Left..inside.Right]) cover = Math.Max(cover, density);
        }
    }

    /// <summary>The smallest box around all ink that can be seen.</summary>
    public PixelBox Measure()
    {
        PixelBox box = PixelBox.Empty;
        for (int y = Touched.Top; y < Touched.Bottom; y++)
        {
            ReadOnlySpan<float> row = Row(y);
            for (int x = Touched.Left; x < Touched.Right; x++)
            {
                if (row[x] > Threshold) box = box.Union(new PixelBox(x, y, x + 1, y + 1));
            }
        }

        return box.IsEmpty ? default : box;
    }

    /// <summary>Adds the ink of another layer, moved by whole pixels; what comes to lie outside is lost.</summary>
    public void Merge(InkLayer other, int right = 0, int down = 0)
    {
        PixelBox box = new(Math.Max(other.Touched.Left + right, 0), Math.Max(other.Touched.Top + down, 0), Math.Min(other.Touched.Right + right, Width), Math.Min(other.Touched.Bottom + down, Height));
        if (other.Touched.IsEmpty || box.IsEmpty) return;
        Touch(box);
        for (int y = box.Top; y < box.Bottom; y++)
        {
            Span<float> row = Row(y)[box.Left..box.Right];
            ReadOnlySpan<float> added = other.Row(y - down)[(box.Left - right)..(box.Right - right)];
            for (int x = 0; x < row.Length; x++) row[x] = Math.Max(row[x], added[x]);
        }
    }

    /// <summary>Takes the ink as a picture, 255 where it covers a pixel wholly.</summary>
    public GrayImage ToImage()
    {
        var pixels = new byte[Width * Height];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)MathF.Round(255 * Math.Clamp(_cover[i], 0, 1));
        return new GrayImage(Width, Height, pixels);
    }

    public void Clear()
    {
        for (int y = Touched.Top; y < Touched.Bottom; y++) Row(y)[Touched.Left..Touched.Right].Clear();
        Touched = PixelBox.Empty;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_cover);
}
