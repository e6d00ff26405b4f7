using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>A colour, each part from 0 to 255.</summary>
internal readonly record struct Colour(float Red, float Green, float Blue)
{
    /// <summary>Rec. 601's weights.</summary>
    public float Luma => (0.299f * Red) + (0.587f * Green) + (0.114f * Blue);

    public static Colour Gray(float value) => new(value, value, value);

    /// <summary>The colour a share of the way to another.</summary>
    public Colour Towards(Colour other, float share) => new(
        Red + ((other.Red - Red) * share),
        Green + ((other.Green - Green) * share),
        Blue + ((other.Blue - Blue) * share));

    public Colour Jitter(float limit, ref RandomStream random)
    {
        float red = random.Signed(limit), green = random.Signed(limit), blue = random.Signed(limit);
        return new Colour(Clamp(Red + red), Clamp(Green + green), Clamp(Blue + blue));
    }

    private static float Clamp(float value) => Math.Clamp(value, 0, 255);
}
