using System.Buffers;
using MlNetDigits.Images;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>A picture under way: three planes of red, green and blue, each from 0 to 255.</summary>
internal sealed class Canvas : IDisposable
{
    public const int Planes = 3;

    private readonly float[] _planes;

    public Canvas(int width, int height, Colour paper)
    {
        (Width, Height) = (width, height);
        _planes = ArrayPool<float>.Shared.Rent(width * height * Planes);
        Plane(0).Fill(paper.Red);
        Plane(1).Fill(paper.Green);
        Plane(2).Fill(paper.Blue);
    }

    public int Width { get; }

    public int Height { get; }

    public Span<float> Plane(int index) => _planes.AsSpan(index * Width * Height, Width * Height);

    /// <summary>Lays ink of one colour over what is there.</summary>
    public void Lay(InkLayer layer, Colour ink)
    {
        for (int plane = 0; plane < Planes; plane++)
        {
            float value = plane switch { 0 => ink.Red, 1 => ink.Green, _ => ink.Blue };
            Span<float> pixels = Plane(plane);
            for (int y = layer.Touched.Top; y < layer.Touched.Bottom; y++)
            {
                ReadOnlySpan<float> cover = layer.Row(y);
                Span<float> row = pixels.Slice(y * Width, Width);
                for (int x = layer.Touched.Left; x < layer.Touched.Right; x++) row[x] += (value - row[x]) * cover[x];
            }
        }
    }

    /// <summary>Multiplies all colours of each pixel.</summary>
    public void Multiply(ReadOnlySpan<float> factors)
    {
        for (int plane = 0; plane < Planes; plane++)
        {
            Span<float> pixels = Plane(plane);
            for (int i = 0; i < pixels.Length; i++) pixels[i] *= factors[i];
        }
    }

    /// <summary>Adds the same to all colours of each pixel.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        for (int plane = 0; plane < Planes; plane++)
        {
            Span<float> pixels = Plane(plane);
            for (int i = 0; i < pixels.Length; i++) pixels[i] += values[i];
        }
    }

    public RgbImage ToImage()
    {
        var bytes = new byte[Width * Height * Planes];
        for (int plane = 0; plane < Planes; plane++)
        {
            ReadOnlySpan<float> pixels = Plane(plane);
            for (int i = 0; i < pixels.Length; i++) bytes[(i * Planes) + plane] = (byte)(Math.Clamp(pixels[i], 0, 255) + 0.5f);
        }

        return new RgbImage(Width, Height, bytes);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_planes);
}
