using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

/// <summary>Ink of pictures on plain paper.</summary>
internal static class Ink
{
    private const int Visible = 60;

    /// <summary>Share of the ink that lies outside of all boxes; the first pixel is paper.</summary>
    public static double Outside(SyntheticImage image, IReadOnlyList<DigitBox> boxes)
    {
        byte[] pixels = image.Picture.Pixels;
        int inside = 0, outside = 0;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            if (Math.Abs(pixels[i] - pixels[0]) + Math.Abs(pixels[i + 1] - pixels[1]) + Math.Abs(pixels[i + 2] - pixels[2]) < Visible) continue;
            int x = i / 3 % image.Picture.Width, y = i / 3 / image.Picture.Width;
            if (boxes.Any(box => x >= box.X && x < box.X + box.Width && y >= box.Y && y < box.Y + box.Height)) inside++;
            else outside++;
        }

        return inside == 0 ? 1 : (double)outside / (inside + outside);
    }
}
