using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Lines;

/// <summary>Decides how far a digit stands from the one before.</summary>
internal static class Spacing
{
    /// <summary>Most of the narrower digit's width that the other reaches into.</summary>
    private const float MostOverlap = 0.3f;

    private const int LeastGap = 2;

    /// <summary>Columns to move a piece that stands right behind the box of the one before.</summary>
    /// <param name="before">The digit before.</param>
    /// <param name="piece">The digit to move.</param>
    /// <param name="wanted">Space between them in pixels.</param>
    /// <param name="touching">Chance that they touch.</param>
    /// <param name="isKerned">Whether the space is between ink, or between boxes.</param>
    /// <param name="random">Where chance comes from.</param>
    public static int Draw(InkPiece before, InkPiece piece, float wanted, float touching, bool isKerned, ref RandomStream random)
    {
        int gap = before.GapTo(piece) ?? 0, narrower = Math.Min(before.Width, piece.Width), space = Math.Max((int)wanted, LeastGap);
        int most = (int)(narrower * MostOverlap);
        bool bothOne = before.Digit == 1 && piece.Digit == 1;
        if (random.Chance(touching) && !bothOne && before.GapTo(piece) is not null && gap + 1 <= most * 2)
            return -Math.Min(gap + random.Whole(1, Math.Max(most / 3, 1)), most * 2);
        return isKerned ? Math.Max(space - gap, -most) : space;
    }
}
