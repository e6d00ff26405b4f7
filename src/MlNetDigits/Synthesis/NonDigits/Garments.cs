using System.Numerics;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Outlines of garments, shoes and bags in a box of 100×100.</summary>
internal static class Garments
{
    /// <summary>Gets the outlines, each closed.</summary>
    public static IReadOnlyList<Vector2[]> All { get; } =
    [
        Outline("30,6 42,10 58,10 70,6 98,24 88,44 74,36 74,96 26,96 26,36 12,44 2,24"),
        Outline("32,4 44,8 56,8 68,4 80,12 98,86 84,90 72,40 73,97 27,97 28,40 16,90 2,86 20,12"),
        Outline("28,4 72,4 76,40 80,97 58,97 51,36 49,36 42,97 20,97 24,40"),
        Outline("36,2 42,14 58,14 64,2 70,6 64,40 86,98 14,98 36,40 30,6"),
        Outline("4,44 24,44 30,20 44,8 56,8 70,20 76,44 96,44 92,94 8,94"),
        Outline("2,50 16,42 30,50 52,58 84,64 97,76 97,86 2,86"),
        Outline("8,4 44,4 46,50 62,62 90,68 97,82 96,95 40,95 36,88 34,95 8,95"),
        Outline("4,66 30,40 46,36 60,52 96,78 96,88 60,84 36,66 14,76 12,90 6,90"),
        Outline("10,20 90,20 97,80 88,90 12,90 3,80"),
        Outline("30,6 46,20 50,96 24,96 20,50 14,90 2,86 12,16 30,6 70,6 88,16 98,86 86,90 80,50 76,96 50,96 54,20 70,6"),
        Outline("26,8 74,8 82,96 18,96"),
        Outline("36,4 64,4 74,16 72,94 28,94 26,16"),
    ];

    private static Vector2[] Outline(string text) => [.. new Strokes.Glyph(text).Strokes[0].Select(knot => knot.At)];
}
