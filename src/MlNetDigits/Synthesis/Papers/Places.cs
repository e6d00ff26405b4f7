using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Chooses where a single sign stands, wholly within the picture.</summary>
internal static class Places
{
    /// <summary>Draws the middle and the height of a sign.</summary>
    public static (Vector2 Centre, float Height) Draw(Sheet sheet, Sign sign, ref RandomStream random)
    {
        SynthesisOptions options = sheet.Options;
        float height = sheet.Height * random.NextSingle(options.MinimumSize, options.MaximumSize);
        (_, float width, float drawn) = sign.Fit(Vector2.Zero, sheet.Width * options.MaximumSize, height);
        float roomX = Math.Max(sheet.Width - width - 2, 0) / 2, roomY = Math.Max(sheet.Height - drawn - 2, 0) / 2;
        float wander = random.Chance(0.6f) ? 0.3f : 0.95f;
        return (new Vector2((sheet.Width / 2f) + random.Signed(roomX * wander), (sheet.Height / 2f) + random.Signed(roomY * wander)), height);
    }
}
