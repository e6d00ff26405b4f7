using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>How many pixels each part of a page has of each digit.</summary>
internal sealed class InkCount
{
    private const byte Ink = 128;

    private readonly int[] _totals;
    private readonly int[,] _all;
    private readonly int[,] _solid;

    private InkCount(int parts, int digits)
    {
        _totals = new int[digits + 1];
        _all = new int[parts + 1, digits + 1];
        _solid = new int[parts + 1, digits + 1];
    }

    /// <summary>Counts the pixels of a picture that was cut.</summary>
    public static InkCount Of(SyntheticImage image, PageInk page)
    {
        var count = new InkCount(page.Parts.Count, image.Digits.Count);
        for (int i = 0; i < page.Labels.Length; i++)
        {
            (int part, int owner) = (page.Labels[i], image.Owners[i]);
            count._all[part, owner]++;
            // The soft edges of strokes belong to nobody for sure.
            if (image.Writing.Pixels[i] < Ink)
                continue;
            count._totals[owner]++;
            count._solid[part, owner]++;
        }

        return count;
    }

    /// <summary>Share of a digit's ink that some parts have.</summary>
    public double Share(int[] labels, int digit) => _totals[digit] == 0 ? 0 : labels.Sum(label => _solid[label, digit]) / (double)_totals[digit];

    /// <summary>Share of some parts' pixels that are any digit's.</summary>
    public double OfDigits(int[] labels)
    {
        int[][] ink = Array.ConvertAll(labels, OfEach);
        double all = ink.Sum(part => part.Sum());
        return all == 0 ? 0 : (all - ink.Sum(part => part[0])) / all;
    }

    /// <summary>Tells whose ink a part has.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="pixels">What it looks like.</param>
    public JudgedPiece Judge(int label, byte[] pixels)
    {
        int[] ink = OfEach(label);
        int owner = Enumerable.Range(1, ink.Length - 1).MaxBy(digit => ink[digit]);
        double area = ink.Sum();
        return new JudgedPiece(pixels, owner, Share([label], owner), (area - ink[owner] - ink[0]) / area, ink[0] / area);
    }

    /// <summary>A part's pixels that are nobody's, and those of each digit.</summary>
    private int[] OfEach(int label) => [.. Enumerable.Range(0, _totals.Length).Select(digit => _all[label, digit])];
}
