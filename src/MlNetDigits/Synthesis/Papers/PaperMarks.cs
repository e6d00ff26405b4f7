using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Draws what paper has besides the writing.</summary>
internal static class PaperMarks
{
    /// <summary>Draws the marks of a style on a sheet below its ink.</summary>
    /// <param name="style">The style.</param>
    /// <param name="sheet">Takes the marks.</param>
    /// <param name="writing">The box of all writing.</param>
    /// <param name="random">Where places, sizes and colours come from.</param>
    public static void Draw(PaperStyle style, Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        switch (style)
        {
            case PaperStyle.Plain:
                break;
            case PaperStyle.Grain:
                Grain.Draw(sheet, ref random);
                break;
            case PaperStyle.Ruled:
                Rules.Draw(sheet, isSquared: false, ref random);
                break;
            case PaperStyle.Squared:
                Rules.Draw(sheet, isSquared: true, ref random);
                break;
            case PaperStyle.FormCell:
                FormCell.Draw(sheet, writing, ref random);
                break;
            case PaperStyle.Underlined:
                Underline.Draw(sheet, writing, ref random);
                break;
            case PaperStyle.Sliver:
                Sliver.Draw(sheet, writing, ref random);
                break;
            case PaperStyle.DarkCorners:
                DarkCorners.Draw(sheet, writing, ref random);
                break;
            case PaperStyle.Neighbour:
                Neighbour.Draw(sheet, writing, ref random);
                break;
            case PaperStyle.Frame:
                Frame.Draw(sheet, ref random);
                break;
            case PaperStyle.Waves:
                Waves.Draw(sheet, ref random);
                break;
            case PaperStyle.Ghost:
                Ghost.Draw(sheet, ref random);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of paper.");
        }
    }
}
