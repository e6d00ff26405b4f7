using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Recognition;

/// <summary>Digits of MNIST beside images that are none, as one more class at the end.</summary>
internal static class RejectionImages
{
    /// <summary>Name of the class of images that are no digits.</summary>
    public const string Class = "none";

    /// <summary>Digits of the training set's beginning, and one image of noise for every four.</summary>
    public static LabelledImageView WithNoise(int digits) => WithNoise(LabelledImageView.From(Checkout.Digits.Train).Take(digits));

    /// <summary>Digits, and one image of noise for every four.</summary>
    public static LabelledImageView WithNoise(LabelledImageView digits)
    {
        int others = digits.Count / 4;
        var noise = new byte[others * MnistView.PixelCount];
        new Random(5).NextBytes(noise);
        return new LabelledImageView([.. digits.Pixels.Span, .. noise], [.. digits.Classes.Span, .. Enumerable.Repeat(10, others)], [.. digits.ClassNames, Class]);
    }

    /// <summary>Noise that no training saw, as the pixels of one image.</summary>
    public static byte[] Noise()
    {
        var noise = new byte[MnistView.PixelCount];
        new Random(99).NextBytes(noise);
        return noise;
    }
}
