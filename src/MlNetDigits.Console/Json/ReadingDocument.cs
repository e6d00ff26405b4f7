using System.Text.Json.Serialization;
using MlNetDigits.Reading;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>read --json</c> writes for one image, or one page of a file: its digits in lines, or why it could not be read.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Page">Page of the file, from 1; null where the file cannot be opened.</param>
/// <param name="Text">All lines, parted by line breaks.</param>
/// <param name="Lines">The lines with their digits and boxes.</param>
/// <param name="Others">Boxes of ink that is no digit.</param>
/// <param name="Width">Pixels per row of the picture, which boxes count in.</param>
/// <param name="Height">Rows of the picture.</param>
/// <param name="Error">Why there is none of these.</param>
internal sealed record ReadingDocument(string File, int? Page, string? Text, IReadOnlyList<LineReading>? Lines, IReadOnlyList<InkBox>? Others, int? Width, int? Height, string? Error)
{
    /// <summary>Gets what the file is called in text: with the number of the page where it has several.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = File;

    public static ReadingDocument From(string file, int page, int pages, PageReading reading) =>
        new(file, page, reading.Text, reading.Lines, reading.Others, reading.Width, reading.Height, null) { Name = pages > 1 ? FormattableString.Invariant($"{file}#{page}") : file };

    public static ReadingDocument Failed(string file, int? page, string error) => new(file, page, null, null, null, null, null, error);
}
