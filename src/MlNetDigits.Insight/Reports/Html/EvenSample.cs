using MlNetDigits.Evaluation;

namespace MlNetDigits.Reports.Html;

/// <summary>Chooses images of all classes alike, those of each class spread evenly over the data.</summary>
internal static class EvenSample
{
    /// <summary>Chooses among some images; data sorted by class, or with classes in turn, give every class its share.</summary>
    /// <returns>Positions in the order of the data; fewer where there are fewer candidates.</returns>
    public static int[] Choose(ScoredImages images, IEnumerable<int> candidates, int count)
    {
        int[][] classes = [.. candidates.GroupBy(image => images.Labels[image]).OrderBy(group => group.Key).Select(group => group.ToArray())];
        var taken = new int[classes.Length];
        int left = Math.Min(count, classes.Sum(members => members.Length));
        for (int i = 0; left > 0; i = (i + 1) % classes.Length)
        {
            if (taken[i] == classes[i].Length) continue;
            taken[i]++;
            left--;
        }

        return [.. classes.SelectMany((members, i) => Enumerable.Range(0, taken[i]).Select(place => members[(int)((long)place * members.Length / taken[i])])).Order()];
    }
}
