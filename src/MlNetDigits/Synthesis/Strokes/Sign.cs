using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>Something to draw at any place and size.</summary>
internal abstract class Sign
{
    /// <summary>Gets the least and the greatest coordinates in units of its own.</summary>
    public abstract (Vector2 Least, Vector2 Greatest) Bounds { get; }

    /// <summary>Gets half the pen's width, as a share of the height.</summary>
    public abstract float Margin { get; }

    /// <summary>Draws it where a map leads its coordinates.</summary>
    /// <param name="layer">Takes the ink.</param>
    /// <param name="map">From its own units to pixels.</param>
    /// <param name="height">The writing's height in pixels.</param>
    /// <param name="random">Where the pen's ways come from.</param>
    public abstract void Draw(InkLayer layer, PlaneMap map, float height, ref RandomStream random);

    /// <summary>The map that brings it to a middle, as large as fits in a size with its pen.</summary>
    public (PlaneMap Map, float Width, float Height) Fit(Vector2 centre, float width, float height)
    {
        (Vector2 least, Vector2 greatest) = Bounds;
        Vector2 extent = Vector2.Max(greatest - least, new Vector2(1));
        float pen = 2 * Margin * height;
        float scale = Math.Min(Math.Max(height - pen, 1) / extent.Y, Math.Max(width - pen, 1) / extent.X);
        PlaneMap map = new PlaneMap(scale, 0, 0, 0, scale, 0).Moving((least + greatest) * 0.5f, centre);
        return (map, (extent.X * scale) + pen, (extent.Y * scale) + pen);
    }
}
