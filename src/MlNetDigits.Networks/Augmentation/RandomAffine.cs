using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Warping;

namespace MlNetDigits.Networks.Augmentation;

/// <summary>Draws a rotation, scaling, shear and shift about an image's centre.</summary>
internal static class RandomAffine
{
    private const float RadiansPerDegree = MathF.PI / 180;

    /// <summary>Draws a map, each distortion uniform up to the largest.</summary>
    /// <param name="options">The largest distortions.</param>
    /// <param name="height">Height of the image in pixels.</param>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="random">Where the numbers come from.</param>
    public static AffineMap Draw(AugmentationOptions options, int height, int width, RandomStream random)
    {
        float angle = Signed(ref random) * options.RotationDegrees * RadiansPerDegree;
        float scaleX = 1 + (Signed(ref random) * options.Scale);
        float scaleY = 1 + (Signed(ref random) * options.Scale);
        float slant = MathF.Tan(Signed(ref random) * options.Shear * RadiansPerDegree);
        float shiftX = Signed(ref random) * options.Translation;
        float shiftY = Signed(ref random) * options.Translation;
        return AffineMap.Create(height, width, angle, scaleX, scaleY, slant, shiftX, shiftY);
    }

    private static float Signed(ref RandomStream random) => (2 * random.NextSingle()) - 1;
}
