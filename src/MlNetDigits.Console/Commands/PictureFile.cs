using System.Globalization;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Images;

namespace MlNetDigits.Console.Commands;

/// <summary>Opens the pictures that a command line names: files and standard input.</summary>
internal static class PictureFile
{
    private const string InputName = "standard input";

    /// <summary>Whether an error tells that a file cannot be read as a picture, and no more.</summary>
    public static bool IsUnreadable(Exception error) => error is IOException or InvalidDataException or UnauthorizedAccessException;

    /// <summary>Requires that a path is not a pattern, which stays one where no file matches.</summary>
    /// <exception cref="FileNotFoundException">It is a pattern.</exception>
    public static void RequireMatch(string file)
    {
        if (PathPattern.IsPattern(file))
            throw new FileNotFoundException($"No file matches '{file}'; check the folder and the pattern.");
    }

    /// <summary>Opens a picture with all its pages.</summary>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="file">The file, or <c>-</c>.</param>
    /// <param name="decoding">Limits, and how large the picture must be.</param>
    public static ImagePages Open(Terminal terminal, string file, ImageDecoderOptions decoding)
    {
        if (file != ImagePaths.StandardInput)
            return ImagePages.Open(file, decoding);
        using Stream input = terminal.OpenInput("an image");
        return ImagePages.Open(input, InputName, decoding);
    }

    /// <summary>Tells of frames or pages that are not read.</summary>
    public static void NoteFrames(Terminal terminal, string name, GrayImage image)
    {
        if (image.Frames > 1)
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"note: '{name}' has {image.Frames} frames or pages; the first is read."));
    }
}
