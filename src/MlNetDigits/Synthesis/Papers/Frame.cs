using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Lines of one pixel, rarely two, along the border.</summary>
internal static class Frame
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        int sides = random.Chance(0.5f) ? 15 : random.Whole(1, 15), inset = random.Chance(0.7f) ? 0 : random.Whole(1, 3), thick = random.Chance(0.8f) ? 1 : 2;
        int width = sheet.Width - inset, height = sheet.Height - inset;
        PixelBox[] lines = [new(inset, inset, inset + thick, height), new(inset, inset, width, inset + thick), new(width - thick, inset, width, height), new(inset, height - thick, width, height)];
        for (int side = 0; side < lines.Length; side++)
        {
            if ((sides & (1 << side)) != 0) sheet.Scratch.Fill(lines[side]);
        }

        sheet.LayScratch(sheet.Palette.Foreign(ref random));
    }
}
