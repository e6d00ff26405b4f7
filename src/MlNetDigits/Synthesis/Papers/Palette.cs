using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>The colours of paper and ink of a picture.</summary>
internal sealed record Palette(Colour Paper, Colour Ink)
{
    private static readonly Colour[] _pens = [new(20, 30, 120), new(30, 60, 190), new(160, 20, 30), new(20, 100, 50), new(90, 30, 120), new(70, 50, 40)];
    private static readonly Colour[] _rules = [new(120, 160, 220), new(230, 140, 140), new(150, 200, 160)];

    public bool IsLightOnDark => Ink.Luma > Paper.Luma;

    /// <summary>Draws colours that stand out from each other.</summary>
    public static Palette Draw(SynthesisOptions options, ref RandomStream random)
    {
        bool isLight = random.Chance(options.LightOnDarkShare), isPure = random.Chance(0.15f);
        float paper = isPure ? 255 : random.Chance(0.6f) ? random.NextSingle(215, 255) : random.NextSingle(140, 235);
        float ink = isPure ? 0 : random.Chance(0.7f) ? random.NextSingle(0, 70) : random.NextSingle(0, paper - 80);
        bool isColoured = options.Colour && !isPure && random.Chance(0.55f);
        Colour pen = Colour.Gray(ink), sheet = Colour.Gray(paper);
        if (isColoured)
        {
            pen = random.Pick(_pens).Jitter(20, ref random);
            sheet = sheet.Jitter(random.NextSingle(0, 16), ref random);
        }

        return isLight ? new Palette(Inverse(sheet), Inverse(pen)) : new Palette(sheet, pen);
    }

    /// <summary>A colour for lines of paper: any grey between paper and ink, or a pale colour.</summary>
    public Colour Rule(bool isColoured, ref RandomStream random) =>
        isColoured && !IsLightOnDark && random.Chance(0.35f) ? Paper.Towards(random.Pick(_rules), random.NextSingle(0.4f, 1)) : Paper.Towards(Colour.Gray(Ink.Luma), random.NextSingle(0.12f, 0.95f));

    /// <summary>A colour for what is dark beside the paper, such as shadows at its edge.</summary>
    public Colour Foreign(ref RandomStream random) => Paper.Towards(IsLightOnDark ? Colour.Gray(255) : Colour.Gray(0), random.NextSingle(0.35f, 1));

    private static Colour Inverse(Colour colour) => new(255 - colour.Red, 255 - colour.Green, 255 - colour.Blue);
}
