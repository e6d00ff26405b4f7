using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>Slight perspective: the sheet is seen from a side.</summary>
internal static class Lens
{
    private const float Share = 0.3f;

    /// <summary>Draws a map that keeps the picture's middle.</summary>
    public static PlaneMap Draw(int width, int height, ref RandomStream random)
    {
        if (!random.Chance(Share)) return PlaneMap.Identity;
        var centre = new Vector2(width / 2f, height / 2f);
        float x = random.Signed(0.12f) / width, y = random.Signed(0.12f) / height, turn = random.Signed(0.04f);
        PlaneMap tilt = PlaneMap.Identity with { WX = x, WY = y };
        return PlaneMap.Turned(turn, 1, 1, 0).Moving(centre, Vector2.Zero).Then(tilt).Then(PlaneMap.Identity.Moving(Vector2.Zero, centre));
    }
}
