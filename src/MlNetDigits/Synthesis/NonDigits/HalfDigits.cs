using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Digits that the border cuts; only halves that are no digits of their own, as the right half of 8 is a 3.</summary>
internal static class HalfDigits
{
    private static readonly (int Digit, int X, int Y)[] _seen =
    [
        (0, 0, -1), (0, 0, 1), (0, -1, 0), (2, 0, -1), (2, 0, 1), (2, -1, 0), (3, -1, 0), (4, 0, -1), (4, -1, 0), (5, 0, -1), (5, -1, 0), (6, -1, 0), (7, -1, 0), (8, -1, 0), (9, -1, 0),
    ];

    /// <summary>Draws a half: -1 is a digit's left or upper one, at the picture's opposite border.</summary>
    public static void Draw(Sheet sheet, DigitScribe scribe, ref RandomStream random)
    {
        (int digit, int x, int y) = random.Pick(_seen);
        Writer writer = scribe.DrawWriter(Math.Min(sheet.Options.MaximumSlant, 12), ref random);
        Sign sign = scribe.Write(digit, writer, ref random);
        float height = sheet.Height * random.NextSingle(0.55f, 0.9f);
        (_, float signWidth, float signHeight) = sign.Fit(Vector2.Zero, sheet.Width * 0.9f, height);
        float beyond = random.NextSingle(-0.06f, 0.08f);
        var centre = new Vector2(
            x == 0 ? sheet.Width * random.NextSingle(0.4f, 0.6f) : Edge(x, sheet.Width, signWidth, beyond),
            y == 0 ? sheet.Height * random.NextSingle(0.45f, 0.55f) : Edge(y, sheet.Height, signHeight, beyond));
        sheet.Write(sign, sign.Fit(centre, sheet.Width * 0.9f, height).Map, signHeight, ref random);
    }

    private static float Edge(int side, int extent, float sign, float beyond) => side < 0 ? extent + (sign * beyond) : -sign * beyond;
}
