using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>Draws that pictures are made of; none uses functions whose bits differ between machines.</summary>
internal static class RandomDraws
{
    public static bool Chance(this ref RandomStream random, float share) => random.NextSingle() < share;

    /// <summary>A uniform number from minus to plus a limit.</summary>
    public static float Signed(this ref RandomStream random, float limit) => random.NextSingle(-limit, limit);

    /// <summary>A whole number from a least to a most one.</summary>
    public static int Whole(this ref RandomStream random, int least, int most) => least + random.Next(most - least + 1);

    /// <summary>A nearly normal number of deviation 1, never beyond 3.5: the sum of four uniform ones.</summary>
    public static float Bell(this ref RandomStream random)
    {
        const float Mean = 2 * 65535f, PerDeviation = 1 / 37837.2f;
        ulong bits = random.NextUInt64();
        return ((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48) - Mean) * PerDeviation;
    }

    public static T Pick<T>(this ref RandomStream random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
