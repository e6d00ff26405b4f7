using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Tests.Images.Candidates;

/// <summary>Sheets of 100×100 with rectangles of ink.</summary>
internal static class Fields
{
    public const int Side = 100;

    /// <summary>Draws rectangles of a contrast on paper of none.</summary>
    public static InkField With(params (int Left, int Top, int Width, int Height, float Contrast)[] rectangles)
    {
        var contrast = new float[Side * Side];
        foreach (var (left, top, width, height, level) in rectangles)
        {
            for (var y = top; y < top + height; y++)
                contrast.AsSpan((y * Side) + left, width).Fill(level);
        }

        return new InkField(Side, Side, contrast, Noise: 0);
    }

    /// <summary>The contrast at a place.</summary>
    public static float At(this InkField field, int x, int y) => field.Contrast[(y * field.Width) + x];
}
