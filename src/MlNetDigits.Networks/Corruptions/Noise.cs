using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Noise of each pixel by itself.</summary>
internal static class Noise
{
    private static readonly float[] _deviations = [0.08f, 0.12f, 0.18f, 0.26f, 0.38f];
    private static readonly float[] _photons = [60, 25, 12, 5, 3];

    public static void Gaussian(Span<float> image, int level, ref RandomStream random)
    {
        foreach (ref float pixel in image) pixel += _deviations[level] * random.NextGaussian();
    }

    public static void Shot(Span<float> image, int level, ref RandomStream random)
    {
        float photons = _photons[level];
        foreach (ref float pixel in image)
            if (pixel > 0) pixel = Poisson(pixel * photons, ref random) / photons;
    }

    /// <summary>Draws by multiplying uniform numbers until they fall below e^-mean.</summary>
    /// <remarks>Source: Knuth, "The art of computer programming", volume 2, section 3.4.1.</remarks>
    private static int Poisson(double mean, ref RandomStream random)
    {
        double limit = Math.Exp(-mean), product = random.NextSingle();
        int count = 0;
        for (; product > limit; count++) product *= random.NextSingle();
        return count;
    }
}
