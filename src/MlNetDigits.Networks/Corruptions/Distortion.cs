using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Warping;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Where a distorted image's pixels come from, relative to the centre: MNIST-C's affine corruptions.</summary>
internal readonly record struct Distortion(float XX, float XY, float YX, float YY, float ShiftX, float ShiftY)
{
    private static readonly float[] _radians = [0.2f, 0.4f, 0.6f, 0.8f, 1f];
    private static readonly float[] _sizes = [0.9f, 0.8f, 0.7f, 0.6f, 0.5f];
    private static readonly float[] _pixels = [1, 2, 3, 4, 5];

    public static Distortion Rotation(int level, ref RandomStream random)
    {
        (float sine, float cosine) = MathF.SinCos(_radians[level] * Sign(ref random));
        return new Distortion(cosine, -sine, sine, cosine, 0, 0);
    }

    public static Distortion Shift(int level, float unit, ref RandomStream random)
    {
        float length = _pixels[level] * unit;
        return new Distortion(1, 0, 0, 1, length * Sign(ref random), length * Sign(ref random));
    }

    public static Distortion Scale(int level) => new(1 / _sizes[level], 0, 0, 1 / _sizes[level], 0, 0);

    public static Distortion Shear(int level, ref RandomStream random)
    {
        (float sine, float cosine) = MathF.SinCos(_radians[level] * Sign(ref random));
        return new Distortion(1, -sine, 0, cosine, 0, 0);
    }

    public AffineMap About(float centreY, float centreX) => new(
        XX, XY, centreX - (XX * centreX) - (XY * centreY) + ShiftX,
        YX, YY, centreY - (YX * centreX) - (YY * centreY) + ShiftY);

    private static int Sign(ref RandomStream random) => random.Next(2) == 0 ? -1 : 1;
}
