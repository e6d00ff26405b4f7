using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Corners outside of a rounded card or of a lens.</summary>
internal static class DarkCorners
{
    public static void Draw(Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        float radius = Math.Min(sheet.Width, sheet.LineHeight) * random.NextSingle(0.06f, 0.4f), soft = random.NextSingle(0.7f, 6);
        int corners = random.Chance(0.6f) ? 15 : random.Whole(1, 15);
        for (int y = 0; y < sheet.Height; y++)
        {
            Span<float> row = sheet.Scratch.Row(y);
            float down = Math.Max(radius - y - 0.5f, radius - (sheet.Height - y - 0.5f));
            if (down <= 0) continue;
            for (int x = 0; x < sheet.Width; x++)
            {
                float right = Math.Max(radius - x - 0.5f, radius - (sheet.Width - x - 0.5f));
                int corner = (y < sheet.Height / 2 ? 0 : 2) + (x < sheet.Width / 2 ? 0 : 1);
                bool isWriting = x >= writing.Left && x < writing.Right && y >= writing.Top && y < writing.Bottom;
                if (right <= 0 || isWriting || (corners & (1 << corner)) == 0) continue;
                row[x] = Math.Clamp((MathF.Sqrt((right * right) + (down * down)) - radius) / soft, 0, 1);
            }
        }

        sheet.Scratch.Touch(new PixelBox(0, 0, sheet.Width, sheet.Height));
        sheet.LayScratch(sheet.Palette.Foreign(ref random));
    }
}
