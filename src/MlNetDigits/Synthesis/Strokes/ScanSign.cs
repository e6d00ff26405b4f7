using System.Numerics;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>A scanned digit of 28×28 pixels, turned and slanted.</summary>
internal sealed class ScanSign : Sign
{
    private const int Side = 28;
    private const byte Ink = 64;

    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly PlaneMap _style;
    private readonly float _contrast;
    private readonly float _threshold;
    private readonly float _density;

    public ScanSign(MnistView view, int index, Writer writer, ref RandomStream random)
    {
        _pixels = view.Pixels.Slice(index * MnistView.PixelCount, MnistView.PixelCount);
        _style = PlaneMap.Turned(writer.Turn, writer.Aspect, 1, writer.Slant * 0.7f).Moving(new Vector2(Side / 2f), Vector2.Zero);
        _contrast = random.NextSingle(1, 3.5f);
        _threshold = random.NextSingle(0.35f, 0.6f);
        _density = writer.Density;
        Bounds = Measure();
    }

    public override (Vector2 Least, Vector2 Greatest) Bounds { get; }

    public override float Margin => 0;

    public override void Draw(InkLayer layer, PlaneMap map, float height, ref RandomStream random)
    {
        PlaneMap forward = _style.Then(map), back = forward.Inverse();
        PixelBox box = PixelBox.Empty;
        foreach ((int x, int y) in new[] { (0, 0), (Side, 0), (0, Side), (Side, Side) })
        {
            Vector2 corner = forward.Map(new Vector2(x, y));
            box = box.Union(PixelBox.Around(corner, corner, 1, layer.Width, layer.Height));
        }

        layer.Touch(box);
        ReadOnlySpan<byte> pixels = _pixels.Span;
        for (int y = box.Top; y < box.Bottom; y++)
        {
            Span<float> row = layer.Row(y);
            for (int x = box.Left; x < box.Right; x++)
            {
                float ink = Sample(pixels, back.Map(new Vector2(x + 0.5f, y + 0.5f)));
                if (ink > 0) row[x] = Math.Max(row[x], ink);
            }
        }
    }

    private float Sample(ReadOnlySpan<byte> pixels, Vector2 at)
    {
        float x = at.X - 0.5f, y = at.Y - 0.5f;
        if (!(x >= 0 && y >= 0 && x < Side - 1 && y < Side - 1)) return 0;
        int i = ((int)y * Side) + (int)x;
        float right = x - (int)x, down = y - (int)y;
        float top = pixels[i] + ((pixels[i + 1] - pixels[i]) * right);
        float bottom = pixels[i + Side] + ((pixels[i + Side + 1] - pixels[i + Side]) * right);
        float value = (top + ((bottom - top) * down)) / byte.MaxValue;
        return Math.Clamp(((value - _threshold) * _contrast) + _threshold, 0, 1) * _density;
    }

    private (Vector2 Least, Vector2 Greatest) Measure()
    {
        var least = new Vector2(float.MaxValue);
        var greatest = new Vector2(float.MinValue);
        ReadOnlySpan<byte> pixels = _pixels.Span;
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] < Ink) continue;
            Vector2 at = _style.Map(new Vector2((i % Side) + 0.5f, (i / Side) + 0.5f));
            (least, greatest) = (Vector2.Min(least, at), Vector2.Max(greatest, at));
        }

        var half = new Vector2(0.5f);
        return least.X > greatest.X ? (-half, half) : (least - half, greatest + half);
    }
}
