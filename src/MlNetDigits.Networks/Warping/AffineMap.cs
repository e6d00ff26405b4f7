namespace MlNetDigits.Networks.Warping;

/// <summary>Maps a pixel of the distorted image to its place in the source image.</summary>
/// <param name="XX">Source x per destination x.</param>
/// <param name="XY">Source x per destination y.</param>
/// <param name="X0">Source x of the destination's origin.</param>
/// <param name="YX">Source y per destination x.</param>
/// <param name="YY">Source y per destination y.</param>
/// <param name="Y0">Source y of the destination's origin.</param>
internal readonly record struct AffineMap(float XX, float XY, float X0, float YX, float YY, float Y0)
{
    /// <summary>Inverts rotation · shear · scale about the centre, followed by a shift.</summary>
    public static AffineMap Create(int height, int width, float angle, float scaleX, float scaleY, float slant, float shiftX, float shiftY)
    {
        (float sine, float cosine) = MathF.SinCos(angle);
        float m11 = cosine * scaleX;
        float m12 = ((cosine * slant) - sine) * scaleY;
        float m21 = sine * scaleX;
        float m22 = ((sine * slant) + cosine) * scaleY;
        float scale = 1 / (scaleX * scaleY);
        float xx = m22 * scale, xy = -m12 * scale, yx = -m21 * scale, yy = m11 * scale;
        float centreX = (width - 1) / 2f, centreY = (height - 1) / 2f;
        float fromX = centreX + shiftX, fromY = centreY + shiftY;
        return new AffineMap(
            xx, xy, centreX - (xx * fromX) - (xy * fromY),
            yx, yy, centreY - (yx * fromX) - (yy * fromY));
    }
}
