using MlNetDigits.Images;
using MlNetDigits.Networks;

namespace MlNetDigits.Datasets;

/// <summary>The form of the images that a model was trained on; pictures are brought into the same.</summary>
/// <remarks>It travels in a model's ONNX graph, and so in ML.NET's zip too.</remarks>
public sealed record ImageForm
{
    /// <summary>Key of the normalization among a model's facts.</summary>
    public const string NormalizationKey = "normalize";

    /// <summary>Key of the polarity among a model's facts.</summary>
    public const string PolarityKey = "polarity";

    /// <summary>How pictures become 28×28.</summary>
    /// <value>Default <see cref="ImageNormalization.Digit"/>.</value>
    public ImageNormalization Normalization { get; init; } = ImageNormalization.Digit;

    /// <summary>Which of ink and paper is brighter; a picture of the other polarity is inverted.</summary>
    /// <value>Default <see cref="ImagePolarity.Any"/>: a resized picture stays as it is, and a digit gets bright ink.</value>
    public ImagePolarity Polarity { get; init; }

    /// <summary>Pixel value of empty paper in images of this form.</summary>
    /// <value>255 for dark ink, else 0.</value>
    public byte Paper => Polarity == ImagePolarity.DarkInk ? byte.MaxValue : byte.MinValue;

    /// <summary>Whether this is assumed, as the model does not tell it.</summary>
    /// <value>Default false.</value>
    public bool IsAssumed { get; init; }

    /// <summary>Whether the model tells what is no digit, and so takes an empty picture as well.</summary>
    /// <value>Default false: a picture without ink is refused.</value>
    public bool TakesBlanks { get; init; }

    /// <summary>Reads the form from the facts that a model keeps.</summary>
    /// <param name="facts">Texts by key, such as an ONNX model's metadata.</param>
    /// <returns>The form; that of digits is assumed of a model that does not tell it.</returns>
    /// <exception cref="InvalidDataException">The model needs what this version does not know.</exception>
    public static ImageForm Read(IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ImagePolarity ink = facts.TryGetValue(PolarityKey, out string? polarity) ? Parse<ImagePolarity>(PolarityKey, polarity) : ImagePolarity.Any;
        if (facts.TryGetValue(NormalizationKey, out string? normalization))
            return new ImageForm { Normalization = Parse<ImageNormalization>(NormalizationKey, normalization), Polarity = ink, TakesBlanks = facts.ContainsKey(NetworkExporter.RejectionKey) };
        // Trainings on MNIST once told of their data's hash alone.
        bool isMnist = facts.ContainsKey("trainSha256") && !facts.ContainsKey("dataset");
        return new ImageForm { IsAssumed = !isMnist, Polarity = isMnist ? ImagePolarity.BrightInk : ink };
    }

    /// <summary>Tells the form of images by their looks.</summary>
    /// <param name="pixels">Images of 28×28, 784 bytes each.</param>
    /// <param name="normalization">How they were made, where that is known; default null: told by their looks.</param>
    public static ImageForm Recognize(ReadOnlySpan<byte> pixels, ImageNormalization? normalization = null)
    {
        ImageNormalization made = normalization ?? ImageFitting.Recognize(pixels);
        return new ImageForm { Normalization = made, Polarity = made == ImageNormalization.None ? ImagePolarity.Any : ImageBorder.PolarityOf(pixels) };
    }

    /// <summary>Decodes an image file and brings it into this form.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM.</param>
    /// <returns>784 pixels, row-major, 0-255.</returns>
    /// <exception cref="InvalidDataException">The file is no image, or cannot be brought into this form.</exception>
    public byte[] Load(string path) => Fit(ImageDecoder.Decode(path), path);

    /// <summary>Brings a picture into this form.</summary>
    /// <param name="image">A grey picture of any size, of 0-255 or, as masks are, of 0 and 1.</param>
    /// <param name="name">What errors call the picture.</param>
    /// <returns>784 pixels, row-major, 0-255.</returns>
    /// <exception cref="InvalidDataException">No digit is to be seen, or the size is wrong and must stay.</exception>
    public byte[] Fit(GrayImage image, string name = "image")
    {
        ArgumentNullException.ThrowIfNull(image);
        return ImageFitting.Fit(image, this, name);
    }

    /// <summary>Names the form for a model's facts.</summary>
    internal IEnumerable<KeyValuePair<string, string>> ToFacts()
    {
        yield return KeyValuePair.Create(NormalizationKey, Normalization.ToString().ToLowerInvariant());
        if (Polarity != ImagePolarity.Any)
            yield return KeyValuePair.Create(PolarityKey, Polarity.ToString().ToLowerInvariant());
    }

    /// <summary>Whether images are clearly of the polarity that this form is not.</summary>
    internal bool IsOpposite(ImagePolarity own) => Polarity != ImagePolarity.Any && own != ImagePolarity.Any && own != Polarity;

    private static T Parse<T>(string key, string text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value
        : throw new InvalidDataException($"It needs its pictures in a form that is not known here: its '{key}' is '{text}', not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}. Use a newer version of this library.");
}
