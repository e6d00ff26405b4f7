using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Several digits where one was asked for.</summary>
internal static class Groups
{
    private const int Grid = 3;

    /// <summary>Two to nine small digits on a grid of three by three.</summary>
    public static void Candidates(Sheet sheet, DigitScribe scribe, ref RandomStream random)
    {
        Writer writer = scribe.DrawWriter(12, ref random);
        writer = writer with { Radius = Math.Max(writer.Radius, 0.05f) };
        int count = random.Whole(2, 7), start = random.Next(Grid * Grid), step = random.Pick([1, 2, 4, 5, 7, 8]);
        float cell = Math.Min(sheet.Width, sheet.Height) * random.NextSingle(0.24f, 0.31f), size = random.NextSingle(0.65f, 0.95f);
        for (int i = 0; i < count; i++)
        {
            int place = (start + (i * step)) % (Grid * Grid);
            var centre = new Vector2((sheet.Width / 2f) + (((place % Grid) - 1) * cell), (sheet.Height / 2f) + (((place / Grid) - 1) * cell));
            Sign sign = scribe.Write(random.Chance(0.7f) ? place + 1 : random.Next(10), writer, ref random);
            (PlaneMap map, _, float height) = sign.Fit(centre + new Vector2(random.Signed(cell * 0.08f), random.Signed(cell * 0.08f)), cell, cell * size);
            sheet.Write(sign, map, height, ref random);
        }
    }

    /// <summary>Two small digits side by side in a corner of the cell.</summary>
    public static void Corner(Sheet sheet, DigitScribe scribe, ref RandomStream random)
    {
        Writer writer = scribe.DrawWriter(12, ref random);
        float height = sheet.Height * random.NextSingle(0.22f, 0.42f), x = sheet.Width * random.NextSingle(0.04f, 0.2f), y = sheet.Height * random.NextSingle(0.04f, 0.15f);
        (bool isRight, bool isLow) = (random.Chance(0.3f), random.Chance(0.2f));
        for (int i = 0; i < 2; i++)
        {
            Sign sign = scribe.Write(random.Next(10), writer, ref random);
            float slot = height * random.NextSingle(0.65f, 0.8f), left = isRight ? sheet.Width - x - (2 * slot) : x, top = isLow ? sheet.Height - y - height : y;
            (PlaneMap map, _, float drawn) = sign.Fit(new Vector2(left + ((i + 0.5f) * slot), top + (height / 2)), slot, height * random.NextSingle(0.85f, 1));
            sheet.Write(sign, map, drawn, ref random);
        }
    }

    /// <summary>Two or three digits side by side, as high as the picture lets them be.</summary>
    public static void SideBySide(Sheet sheet, DigitScribe scribe, ref RandomStream random)
    {
        Writer writer = scribe.DrawWriter(Math.Min(sheet.Options.MaximumSlant, 20), ref random);
        int count = random.Chance(0.75f) ? 2 : 3;
        float slot = sheet.Width * random.NextSingle(0.75f, 0.95f) / count, height = sheet.Height * random.NextSingle(0.4f, 0.85f);
        for (int i = 0; i < count; i++)
        {
            var centre = new Vector2((sheet.Width / 2f) + ((i - ((count - 1) / 2f)) * slot), (sheet.Height / 2f) + random.Signed(sheet.Height * 0.05f));
            Sign sign = scribe.Write(random.Next(10), writer, ref random);
            (PlaneMap map, _, float drawn) = sign.Fit(centre, slot * random.NextSingle(0.8f, 1), height * random.NextSingle(0.85f, 1));
            sheet.Write(sign, map, drawn, ref random);
        }
    }
}
