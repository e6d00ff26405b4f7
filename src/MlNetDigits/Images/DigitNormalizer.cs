using MlNetDigits.Images.Candidates;
using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images;

/// <summary>Turns a picture of one digit into the 28x28 that MNIST would have.</summary>
/// <remarks>
/// Frame, background, shades and shadows are removed, dark ink is inverted, grain is smoothed and specks are dropped;
/// the ink is scaled into 20x20 with its shape kept, strokes are brought to MNIST's thickness, and the centre of mass is put at pixel (14, 14).
/// </remarks>
public static class DigitNormalizer
{
    /// <summary>Rows and columns of a normalized digit.</summary>
    public const int Side = 28;

    /// <summary>Rows and columns that the ink is scaled into.</summary>
    public const int InkSide = 20;

    // Larger pictures are averaged down first: a digit of a fortieth of the side still has 20 pixels.
    internal const int WorkingSide = 800;

    private const int SmallestToSmooth = 100;
    private const float MostGrain = 10;

    /// <summary>Normalizes a picture; one that already looks like MNIST's stays as it is.</summary>
    /// <param name="image">A picture of any size, dark on light or light on dark.</param>
    /// <returns>784 pixels, ink 255 on 0, or <see langword="null"/> when no digit is to be seen.</returns>
    public static byte[]? Normalize(GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Read(image)?.First.Pixels;
    }

    /// <summary>Finds the ways to read a picture, of which <see cref="Normalize"/> gives the first.</summary>
    /// <param name="image">A picture of any size, dark on light or light on dark.</param>
    /// <returns>Null when no digit is to be seen.</returns>
    internal static DigitReadings? Read(GrayImage image) =>
        MnistStyle.TryTake(image) is { } taken ? DigitReadings.Only(taken) : DigitReadings.Of(Field(image));

    private static InkField Field(GrayImage image) => FieldOf(Surroundings.Complete(Frame.Cut(Resampling.Reduce(image, WorkingSide))));

    /// <summary>The contrast of a sheet whose grain is smoothed.</summary>
    internal static InkField FieldOf(GrayImage sheet)
    {
        var noise = Grain.Estimate(sheet);
        // On a small picture smoothing would take strokes away with the grain.
        var canSmooth = Math.Min(sheet.Width, sheet.Height) >= SmallestToSmooth;
        for (var round = 0; round < 2 && canSmooth && noise > MostGrain; round++)
        {
            sheet = Grain.Smooth(sheet);
            noise *= Grain.LeftBySmoothing;
        }

        return InkField.Of(sheet, noise);
    }

    /// <summary>Normalizes a picture that must show a digit.</summary>
    /// <param name="image">A picture of any size.</param>
    /// <param name="name">What the error calls the picture.</param>
    /// <exception cref="InvalidDataException">No digit is to be seen.</exception>
    internal static byte[] NormalizeNamed(GrayImage image, string name) => Normalize(image)
        ?? throw NothingSeen(name);

    /// <summary>The error of a picture that shows nothing.</summary>
    /// <param name="name">What the error calls the picture.</param>
    internal static InvalidDataException NothingSeen(string name) =>
        new($"'{name}' shows no digit: nothing stands out from its background. Give an image with one clear digit.");
}
