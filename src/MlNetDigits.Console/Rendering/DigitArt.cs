namespace MlNetDigits.Console.Rendering;

/// <summary>Draws digits with block characters, two pixels wide and four high for each character.</summary>
internal static class DigitArt
{
    private const int Side = 28;
    private const float Ink = 96;

    /// <summary>Draws images side by side.</summary>
    /// <param name="images">Images of 28 × 28 values from 0 to 255.</param>
    /// <param name="isUnicode">Whether half blocks can be written; else <c>#</c>, <c>'</c> and <c>.</c>.</param>
    /// <returns>Seven lines of text.</returns>
    public static IEnumerable<string> Draw(IReadOnlyList<float[]> images, bool isUnicode)
    {
        string blocks = isUnicode ? " ▀▄█" : " '.#";
        for (int row = 0; row < Side / 4; row++)
            yield return string.Join(' ', images.Select(image => Line(image, row, blocks))).TrimEnd();
    }

    private static string Line(float[] image, int row, string blocks) => string.Create(Side / 2, (image, row, blocks), static (line, state) =>
    {
        for (int x = 0; x < line.Length; x++)
        {
            int upper = IsInk(state.image, 4 * state.row, 2 * x) ? 1 : 0;
            int lower = IsInk(state.image, (4 * state.row) + 2, 2 * x) ? 2 : 0;
            line[x] = state.blocks[upper + lower];
        }
    });

    private static bool IsInk(float[] image, int y, int x) =>
        (image[(y * Side) + x] + image[(y * Side) + x + 1] + image[((y + 1) * Side) + x] + image[((y + 1) * Side) + x + 1]) / 4 >= Ink;
}
