using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Digits in a mirror, lying or upside down; only those that are no digits then, as a 2 upside down is a 2.</summary>
internal static class TurnedDigits
{
    private static readonly PlaneMap _mirror = new(-1, 0, 0, 0, 1, 0), _half = new(-1, 0, 0, 0, -1, 0), _left = new(0, 1, 0, -1, 0, 0), _right = new(0, -1, 0, 1, 0, 0);

    private static readonly (int Digit, PlaneMap Turn)[] _turns =
    [
        .. Turns(_mirror, 3, 4, 6, 7, 9), .. Turns(_half, 3, 4, 7), .. Turns(_left, 2, 3, 4, 5, 6, 7, 8, 9), .. Turns(_right, 2, 3, 4, 5, 6, 7, 8, 9),
    ];

    /// <summary>Draws one.</summary>
    public static void Draw(Sheet sheet, DigitScribe scribe, ref RandomStream random)
    {
        (int digit, PlaneMap turn) = random.Pick(_turns);
        Writer writer = scribe.DrawWriter(Math.Min(sheet.Options.MaximumSlant, 12), ref random);
        Sign sign = scribe.Write(digit, writer, ref random);
        float height = Math.Min(sheet.Width, sheet.Height) * random.NextSingle(0.45f, 0.75f);
        var centre = new Vector2(sheet.Width * random.NextSingle(0.4f, 0.6f), sheet.Height * random.NextSingle(0.4f, 0.6f));
        sheet.Write(sign, sign.Fit(Vector2.Zero, height, height).Map.Then(turn.Moving(Vector2.Zero, centre)), height, ref random);
    }

    private static IEnumerable<(int Digit, PlaneMap Turn)> Turns(PlaneMap turn, params int[] digits) => digits.Select(digit => (digit, turn));
}
