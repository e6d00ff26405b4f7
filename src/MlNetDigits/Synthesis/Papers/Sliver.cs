using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Strips along one or two edges where something else than the paper is to be seen.</summary>
internal static class Sliver
{
    private const int Edges = 4;

    public static void Draw(Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        int first = random.Next(Edges), count = random.Whole(1, 2);
        for (int i = 0; i < count; i++)
        {
            Strip(sheet, writing, (first + i) % Edges, ref random);
            sheet.LayScratch(sheet.Palette.Foreign(ref random));
        }
    }

    private static void Strip(Sheet sheet, PixelBox writing, int edge, ref RandomStream random)
    {
        bool isUpright = edge is 0 or 2;
        int length = isUpright ? sheet.Height : sheet.Width, depth = isUpright ? sheet.Width : sheet.Height;
        int room = edge switch { 0 => writing.Left, 1 => writing.Top, 2 => sheet.Width - writing.Right, _ => sheet.Height - writing.Bottom };
        Span<float> ragged = stackalloc float[Math.Min(length, 4096)];
        SmoothNoise.Line(ragged, random.Whole(2, 12), ref random);
        float width = Math.Min(sheet.LineHeight * random.NextSingle(0.01f, 0.1f), Math.Max(room * 0.9f, 1)), wave = random.NextSingle(0, 0.8f), tilt = random.Signed(1);
        for (int at = 0; at < ragged.Length; at++)
        {
            float reach = width * (1 + (wave * ragged[at]) + (tilt * ((2f * at / length) - 1)));
            for (int step = 0; step < Math.Min(reach, depth); step++)
            {
                int place = edge < 2 ? step : depth - 1 - step;
                PixelBox pixel = isUpright ? new PixelBox(place, at, place + 1, at + 1) : new PixelBox(at, place, at + 1, place + 1);
                sheet.Scratch.Fill(pixel, Math.Min(reach - step, 1));
            }
        }
    }
}
