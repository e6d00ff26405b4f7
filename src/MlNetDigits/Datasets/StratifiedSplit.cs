using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Datasets;

/// <summary>Chooses a random share of each class.</summary>
internal static class StratifiedSplit
{
    /// <summary>Splits a view; each class has images on both sides, but one of a single image, which remains.</summary>
    /// <param name="view">The images.</param>
    /// <param name="fraction">Share to take.</param>
    /// <param name="seed">Seed of the choice.</param>
    /// <param name="name">What errors call the images.</param>
    /// <param name="takesSingles">Whether single images are taken where there are no others.</param>
    /// <returns>Both sides, and a sentence about classes of which none was taken.</returns>
    /// <exception cref="InvalidDataException">Every class has a single image, and none may be taken.</exception>
    public static (LabelledImageView Remaining, LabelledImageView Taken, string[] Notes) Run(LabelledImageView view, double fraction, int seed, string name, bool takesSingles)
    {
        var random = new RandomStream(RandomStream.Mix((ulong)seed, 0x7E57));
        List<int> rest = [], share = [], singles = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, view.Count).GroupBy(row => view.Classes.Span[row]).OrderBy(group => group.Key))
        {
            int[] rows = [.. group];
            if (rows.Length == 1)
            {
                singles.Add(rows[0]);
                continue;
            }

            for (int i = rows.Length - 1; i > 0; i--)
            {
                int other = random.Next(i + 1);
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }

            int taken = Math.Clamp((int)Math.Round(rows.Length * fraction), 1, Math.Max(1, rows.Length - 1));
            share.AddRange(rows[..taken]);
            rest.AddRange(rows[taken..]);
        }

        if (share.Count == 0 && takesSingles)
            return (view.Select([]), view, []);
        if (share.Count == 0)
            throw new InvalidDataException($"Every class of '{name}' has a single image, so none can be set apart for testing. Add images, or name test images by --test-dataset.");
        rest.AddRange(singles);
        rest.Sort();
        share.Sort();
        string[] names = [.. singles.Select(row => $"'{view.ClassNames[view.Classes.Span[row]]}'")], notes = names.Length == 0 ? []
            : [$"{ClassList.Abbreviate(names)} {(names.Length == 1 ? "has" : "have")} a single image, which is to train on and not to test with."];
        return (view.Select(rest), view.Select(share), notes);
    }
}
