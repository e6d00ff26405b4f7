using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Draws silhouettes with a few folds, as catalogues show garments.</summary>
internal static class GarmentDrawing
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        Vector2[] outline = [.. random.Pick(Garments.All)];
        float size = Math.Min(sheet.Width, sheet.Height) * random.NextSingle(0.6f, 0.98f) / 100, mirror = random.Chance(0.5f) ? -1 : 1;
        PlaneMap map = PlaneMap.Turned(random.Bell() * 0.05f, size * mirror * random.NextSingle(0.8f, 1.1f), size * random.NextSingle(0.85f, 1.05f), random.Signed(0.1f))
            .Moving(new Vector2(50), new Vector2(sheet.Width / 2f, sheet.Height / 2f)).Then(sheet.Lens);
        for (int i = 0; i < outline.Length; i++) outline[i] = map.Map(outline[i] + new Vector2(random.Signed(3), random.Signed(3)));
        sheet.Scratch.Fill(outline, random.NextSingle(0.75f, 1));
        Texture(sheet.Scratch, ref random);
        sheet.Ink.Merge(sheet.Scratch);
        sheet.Scratch.Clear();
    }

    private static void Texture(InkLayer layer, ref RandomStream random)
    {
        var cloth = new float[layer.Width * layer.Height];
        SmoothNoise.Add(cloth, layer.Width, random.NextSingle(4, 20), random.NextSingle(0.05f, 0.4f), ref random);
        float pitch = random.NextSingle(4, 16), stripes = random.Chance(0.3f) ? random.NextSingle(0.1f, 0.6f) : 0;
        bool isUpright = random.Chance(0.5f);
        for (int y = layer.Touched.Top; y < layer.Touched.Bottom; y++)
        {
            Span<float> row = layer.Row(y);
            for (int x = layer.Touched.Left; x < layer.Touched.Right; x++)
            {
                float at = (isUpright ? x : y) / pitch, stripe = (int)at % 2 == 0 ? stripes : 0;
                row[x] *= Math.Clamp(1 + cloth[(y * layer.Width) + x] - stripe, 0.15f, 1);
            }
        }
    }
}
