using MlNetDigits.Synthesis;

namespace MlNetDigits.Console.Synthesizing;

/// <summary>A row of <see cref="LabelsFile"/>.</summary>
internal sealed record LabelledFile(string File, string Label, string Text, IReadOnlyList<DigitBox> Boxes, string Paper, string Lighting, string Pen)
{
    public static LabelledFile Of(SyntheticImage image, string file) =>
        new(file, image.Label, image.Text, image.Digits, Lower(image.Paper), Lower(image.Lighting), Lower(image.Pen));

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
