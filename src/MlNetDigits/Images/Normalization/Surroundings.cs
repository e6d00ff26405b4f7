namespace MlNetDigits.Images.Normalization;

/// <summary>Enlarges tiny pictures, and lays paper around digits that fill theirs.</summary>
/// <remarks>Paper and strokes are told by widths in pixels and by what the border shows; both need room.</remarks>
internal static class Surroundings
{
    // Pictures with a longer side below this are enlarged, to this at least.
    private const int SmallestSide = 64;

    // What fits a stroke alone: a 1 cropped to its ink.
    private const double NarrowestShare = 0.5;

    // Share of the longer side that is laid around.
    private const double MarginShare = 0.25;

    /// <summary>Gives the picture itself when it is neither tiny nor as narrow as a stroke.</summary>
    public static GrayImage Complete(GrayImage image)
    {
        var longest = Math.Max(image.Width, image.Height);
        var isTiny = longest < SmallestSide;
        if (!isTiny && image.Width >= NarrowestShare * image.Height)
            return image;

        var scale = isTiny ? (SmallestSide + longest - 1) / longest : 1;
        var margin = (int)(MarginShare * longest * scale);
        var paper = Polarity.IsInkDark(image, Grain.Estimate(image)) ? image.Pixels.Max() : image.Pixels.Min();
        var differences = Array.ConvertAll(image.Pixels, pixel => (float)(pixel - paper));
        var (width, height) = ((image.Width * scale) + (2 * margin), (image.Height * scale) + (2 * margin));
        var large = Resampling.Scale(differences, image.Width, image.Height, scale, margin, width, height);
        return new GrayImage(width, height, Array.ConvertAll(large, difference => (byte)Math.Clamp(MathF.Round(paper + difference), 0, 255)));
    }
}
