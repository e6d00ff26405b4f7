using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>A picture's paper while it is drawn on.</summary>
internal sealed class Sheet(int width, int height, SynthesisOptions options, Palette palette, PlaneMap lens, int lineHeight) : IDisposable
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Gets the height of one line, which sizes of the paper's lines follow.</summary>
    public int LineHeight { get; } = lineHeight;

    public SynthesisOptions Options { get; } = options;

    public Palette Palette { get; } = palette;

    /// <summary>Gets the way from the flat sheet to the picture.</summary>
    public PlaneMap Lens { get; } = lens;

    public Canvas Canvas { get; } = new(width, height, palette.Paper);

    /// <summary>Gets the ink of all writing.</summary>
    public InkLayer Ink { get; } = new(width, height);

    /// <summary>Gets a layer for whatever is drawn next; it is empty in between.</summary>
    public InkLayer Scratch { get; } = new(width, height);

    /// <summary>Writes a sign at its place and gives the box of its ink.</summary>
    public PixelBox Write(Sign sign, PlaneMap place, float height, ref RandomStream random)
    {
        sign.Draw(Scratch, place.Then(Lens), height, ref random);
        PixelBox box = Scratch.Measure();
        Ink.Merge(Scratch);
        Scratch.Clear();
        return box;
    }

    /// <summary>Draws a straight line into the scratch layer, maybe with gaps.</summary>
    public void Line(Vector2 from, Vector2 to, float thickness, float gapShare, ref RandomStream random)
    {
        if (gapShare <= 0)
        {
            Scratch.Segment(Lens.Map(from), Lens.Map(to), thickness / 2, thickness / 2);
            return;
        }

        int parts = random.Whole(4, 14);
        for (int i = 0; i < parts; i++)
        {
            Vector2 start = from + ((to - from) * (i / (float)parts)), end = from + ((to - from) * ((i + 1f) / parts));
            float radius = thickness * random.NextSingle(0.35f, 0.6f);
            if (!random.Chance(gapShare)) Scratch.Segment(Lens.Map(start), Lens.Map(end), radius, radius);
        }
    }

    /// <summary>Lays the scratch layer on the canvas and clears it.</summary>
    public void LayScratch(Colour colour)
    {
        Canvas.Lay(Scratch, colour);
        Scratch.Clear();
    }

    public void Dispose()
    {
        Canvas.Dispose();
        Ink.Dispose();
        Scratch.Dispose();
    }
}
