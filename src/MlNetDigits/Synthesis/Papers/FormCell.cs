using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>One to four sides of a cell, between the writing and the picture's border.</summary>
internal static class FormCell
{
    private const int Sides = 4;

    public static void Draw(Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        int sides = random.Chance(0.45f) ? 15 : random.Whole(1, 15);
        float thickness = random.NextSingle(0.8f, random.Chance(0.3f) ? 6 : 2.5f), overlap = random.Chance(0.12f) ? -0.06f * writing.Height : thickness / 2;
        float turn = random.Chance(0.4f) ? 0 : random.Signed(0.07f), gaps = random.Chance(0.2f) ? random.NextSingle(0.05f, 0.35f) : 0;
        float beyond = random.Chance(0.5f) ? sheet.Width + sheet.Height : random.NextSingle(0, 4);
        float left = Place(writing.Left - overlap, 0, ref random), top = Place(writing.Top - overlap, 0, ref random);
        float right = Place(writing.Right + overlap, sheet.Width, ref random), bottom = Place(writing.Bottom + overlap, sheet.Height, ref random);
        Vector2[] corners = [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
        PlaneMap turned = PlaneMap.Turned(turn, 1, 1, 0).Moving(new Vector2(sheet.Width / 2f, sheet.Height / 2f), new Vector2(sheet.Width / 2f, sheet.Height / 2f));
        for (int side = 0; side < Sides; side++)
        {
            if ((sides & (1 << side)) == 0) continue;
            Vector2 from = turned.Map(corners[side]), to = turned.Map(corners[(side + 1) % Sides]);
            Vector2 direction = (to - from) * (beyond / Math.Max(Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y), 1));
            sheet.Line(from - direction, to + direction, thickness * random.NextSingle(0.5f, 1.8f), gaps, ref random);
        }

        sheet.LayScratch(sheet.Palette.Rule(sheet.Options.Colour, ref random));
    }

    /// <summary>A place between the writing and the border, mostly within the picture.</summary>
    private static float Place(float writing, float border, ref RandomStream random) => writing + ((border - writing) * random.NextSingle(0.05f, 1.04f));
}
