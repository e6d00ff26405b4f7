using MlNetDigits.Reading;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>read --json</c> writes for one image: its digits in lines, or why it could not be read.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Text">All lines, parted by line breaks.</param>
/// <param name="Lines">The lines with their digits and boxes.</param>
/// <param name="Others">Boxes of ink that is no digit.</param>
/// <param name="Width">Pixels per row of the picture, which boxes count in.</param>
/// <param name="Height">Rows of the picture.</param>
/// <param name="Error">Why there is none of these.</param>
internal sealed record ReadingDocument(string File, string? Text, IReadOnlyList<LineReading>? Lines, IReadOnlyList<InkBox>? Others, int? Width, int? Height, string? Error)
{
    public static ReadingDocument From(string file, PageReading reading) => new(file, reading.Text, reading.Lines, reading.Others, reading.Width, reading.Height, null);

    public static ReadingDocument Failed(string file, string error) => new(file, null, null, null, null, null, error);
}
