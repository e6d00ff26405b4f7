using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Datasets;

/// <summary>Chooses a random share of each class.</summary>
internal static class StratifiedSplit
{
    /// <summary>Splits a view; each class has images on both sides, or its single image is taken where that is allowed.</summary>
    /// <exception cref="InvalidDataException">A class has a single image, and must have more.</exception>
    public static (LabelledImageView Remaining, LabelledImageView Taken) Run(LabelledImageView view, double fraction, int seed, string name, bool takesSingles)
    {
        var random = new RandomStream(RandomStream.Mix((ulong)seed, 0x7E57));
        List<int> rest = [], share = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, view.Count).GroupBy(row => view.Classes.Span[row]).OrderBy(group => group.Key))
        {
            int[] rows = [.. group];
            if (rows.Length < 2 && !takesSingles)
                throw new InvalidDataException($"The class '{view.ClassNames[group.Key]}' of '{name}' has a single image, so none can be set apart for testing. Add images of it, leave the class out, or name test images by --test-dataset.");
            for (int i = rows.Length - 1; i > 0; i--)
            {
                int other = random.Next(i + 1);
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }

            int taken = Math.Clamp((int)Math.Round(rows.Length * fraction), 1, Math.Max(1, rows.Length - 1));
            share.AddRange(rows[..taken]);
            rest.AddRange(rows[taken..]);
        }

        rest.Sort();
        share.Sort();
        return (view.Select(rest), view.Select(share));
    }
}
