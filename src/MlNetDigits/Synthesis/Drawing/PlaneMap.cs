using System.Numerics;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>Maps points of a plane: x' = (XX·x + XY·y + X0) / (WX·x + WY·y + 1), and y' likewise.</summary>
internal readonly record struct PlaneMap(float XX, float XY, float X0, float YX, float YY, float Y0, float WX = 0, float WY = 0)
{
    public static PlaneMap Identity { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>Turns by an angle in radians, scales, slants by a tangent, about the origin; y points down.</summary>
    public static PlaneMap Turned(float radians, float scaleX, float scaleY, float slant)
    {
        (float sine, float cosine) = Angle.SinCos(radians);
        float shear = -slant * scaleY;
        return new PlaneMap(cosine * scaleX, (cosine * shear) - (sine * scaleY), 0, sine * scaleX, (sine * shear) + (cosine * scaleY), 0);
    }

    public Vector2 Map(Vector2 point)
    {
        float w = 1 / ((WX * point.X) + (WY * point.Y) + 1);
        return new Vector2(((XX * point.X) + (XY * point.Y) + X0) * w, ((YX * point.X) + (YY * point.Y) + Y0) * w);
    }

    /// <summary>The affine map moved, so that a point comes to lie on another.</summary>
    public PlaneMap Moving(Vector2 from, Vector2 to) => this with
    {
        X0 = to.X - (XX * from.X) - (XY * from.Y),
        Y0 = to.Y - (YX * from.X) - (YY * from.Y),
    };

    /// <summary>The map that undoes this one.</summary>
    public PlaneMap Inverse()
    {
        float scale = 1 / ((XX * YY) - (XY * YX));
        return new PlaneMap(
            (YY - (Y0 * WY)) * scale, ((X0 * WY) - XY) * scale, ((XY * Y0) - (X0 * YY)) * scale,
            ((Y0 * WX) - YX) * scale, (XX - (X0 * WX)) * scale, ((X0 * YX) - (XX * Y0)) * scale,
            ((YX * WY) - (YY * WX)) * scale, ((XY * WX) - (XX * WY)) * scale);
    }

    /// <summary>This map, then another one.</summary>
    public PlaneMap Then(PlaneMap next)
    {
        float scale = 1 / ((next.WX * X0) + (next.WY * Y0) + 1);
        return new PlaneMap(
            ((next.XX * XX) + (next.XY * YX) + (next.X0 * WX)) * scale, ((next.XX * XY) + (next.XY * YY) + (next.X0 * WY)) * scale, ((next.XX * X0) + (next.XY * Y0) + next.X0) * scale,
            ((next.YX * XX) + (next.YY * YX) + (next.Y0 * WX)) * scale, ((next.YX * XY) + (next.YY * YY) + (next.Y0 * WY)) * scale, ((next.YX * X0) + (next.YY * Y0) + next.Y0) * scale,
            ((next.WX * XX) + (next.WY * YX) + WX) * scale, ((next.WX * XY) + (next.WY * YY) + WY) * scale);
    }
}
