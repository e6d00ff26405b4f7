using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Ruled and squared paper of any pitch, grey and turn.</summary>
internal static class Rules
{
    public static void Draw(Sheet sheet, bool isSquared, ref RandomStream random)
    {
        float pitch = sheet.LineHeight * random.NextSingle(isSquared ? 0.1f : 0.16f, 0.55f), thickness = random.NextSingle(0.6f, random.Chance(0.25f) ? 3 : 1.6f);
        float turn = random.Chance(0.5f) ? 0 : random.Signed(0.07f), gaps = random.Chance(0.12f) ? random.NextSingle(0.05f, 0.3f) : 0;
        bool isUpright = !isSquared && random.Chance(0.15f);
        (float sine, float cosine) = Angle.SinCos(turn);
        var along = new Vector2(cosine, sine);
        var across = new Vector2(-sine, cosine);
        if (isUpright) (along, across) = (across, along);
        Lines(sheet, along, across, pitch, thickness, gaps, ref random);
        if (isSquared) Lines(sheet, across, along, pitch, thickness, gaps, ref random);
        sheet.LayScratch(sheet.Palette.Rule(sheet.Options.Colour, ref random));
    }

    private static void Lines(Sheet sheet, Vector2 along, Vector2 across, float pitch, float thickness, float gaps, ref RandomStream random)
    {
        var centre = new Vector2(sheet.Width / 2f, sheet.Height / 2f);
        float reach = (sheet.Width + sheet.Height) * 0.75f;
        for (float offset = -reach + random.NextSingle(0, pitch); offset < reach; offset += pitch)
        {
            Vector2 middle = centre + (across * offset);
            sheet.Line(middle - (along * reach), middle + (along * reach), thickness, gaps, ref random);
        }
    }
}
