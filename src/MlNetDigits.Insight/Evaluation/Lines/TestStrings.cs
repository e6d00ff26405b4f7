using MlNetDigits.Mnist;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Evaluation.Lines;

/// <summary>Strings composed of MNIST's test digits, which no training saw, with random spacing, size and slant.</summary>
public static class TestStrings
{
    private static readonly SynthesisOptions Plain = new()
    {
        Kind = SynthesisKind.Text,
        MnistShare = 1,
        MarkShare = 0,
        TouchingShare = 0,
        Papers = [PaperStyle.Plain],
        Camera = false,
        Colour = false,
        LightOnDarkShare = 0,
    };

    /// <summary>Gets the sets of strings: <c>spaced</c>, <c>touching</c>, where all neighbours touch or overlap, and <c>photographed</c>, on all kinds of paper with marks and now and then touching.</summary>
    public static IReadOnlyDictionary<string, SynthesisOptions> Sets { get; } = new Dictionary<string, SynthesisOptions>
    {
        ["spaced"] = Plain,
        ["touching"] = Plain with { TouchingShare = 1 },
        ["photographed"] = new SynthesisOptions { Kind = SynthesisKind.Text, MnistShare = 1 },
    };

    /// <summary>Composes strings.</summary>
    /// <param name="mnist">MNIST; its test digits alone are used.</param>
    /// <param name="options">One of <see cref="Sets"/>, or others; the text's kind.</param>
    /// <param name="count">Number of strings.</param>
    /// <param name="length">Digits of each, from 1 to 1000.</param>
    /// <param name="seed">Seed of all that is drawn by chance.</param>
    /// <returns>The strings, each drawn when it is opened.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IReadOnlyList<LineExample> Draw(MnistData mnist, SynthesisOptions options, int count, int length = 5, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(mnist);
        ArgumentNullException.ThrowIfNull(options);
        var synthesizer = new DigitSynthesizer(options with { Seed = seed, MinimumLength = length, MaximumLength = length }, mnist with { Train = mnist.Test });
        return [.. Enumerable.Range(0, count).Select(index => new LineExample($"{index}", () => Open(synthesizer.Create(index))))];
    }

    private static LinePicture Open(SyntheticImage image) => new(image.ToGray(), image.Text);
}
