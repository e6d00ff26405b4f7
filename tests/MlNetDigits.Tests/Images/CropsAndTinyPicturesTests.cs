using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Mnist;
using MlNetDigits.Tests.Images.Samples;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Images;

public sealed class CropsAndTinyPicturesTests
{
    private const int Count = 40;

    private static readonly MnistView Digits = Checkout.Digits.Test;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    public void Normalize_DigitCroppedToItsInk_StillShowsIt(bool dark, int margin)
    {
        int right = CountRight(digit => Crop(digit, margin), dark);

        Assert.InRange(right, Count - 2, Count);
    }

    [Theory]
    [InlineData(5, 22)]
    [InlineData(6, 29)]
    [InlineData(8, 35)]
    [InlineData(12, 38)]
    [InlineData(16, 38)]
    public void Normalize_TinyPicture_IsEnlarged(int side, int least)
    {
        int right = CountRight(digit => Shrink(Crop(digit, 0), side), dark: false), rightWhenDark = CountRight(digit => Shrink(Crop(digit, 0), side), dark: true);

        Assert.InRange(right, least, Count);
        Assert.InRange(rightWhenDark, least, Count);
    }

    private static int CountRight(Func<byte[], GrayImage> draw, bool dark) => Enumerable.Range(0, Count).Count(i =>
    {
        GrayImage image = draw(Digits.Pixels.Slice(i * 784, 784).ToArray());
        if (dark)
            Paper.Invert(image.Pixels);
        return DigitNormalizer.Normalize(image) is { } normalized && NearestDigits.Classify(normalized) == Digits.Labels.Span[i];
    });

    private static GrayImage Crop(byte[] digit, int margin)
    {
        var (left, top, right, bottom) = StrokeShape.Bounds(Array.ConvertAll(digit, pixel => pixel > 64), 28);
        var (width, height) = (right - left + 1 + (2 * margin), bottom - top + 1 + (2 * margin));
        var pixels = new byte[width * height];
        for (int y = top; y <= bottom; y++)
            digit.AsSpan((y * 28) + left, right - left + 1).CopyTo(pixels.AsSpan(((y - top + margin) * width) + margin));
        return new GrayImage(width, height, pixels);
    }

    private static GrayImage Shrink(GrayImage image, int side)
    {
        int longest = Math.Max(image.Width, image.Height), left = (longest - image.Width) / 2, top = (longest - image.Height) / 2;
        var square = new float[longest * longest];
        for (int i = 0; i < image.Pixels.Length; i++)
            square[((top + (i / image.Width)) * longest) + left + (i % image.Width)] = image.Pixels[i];
        return new GrayImage(side, side, [.. Resampling.Average(square, longest, 0, 0, longest, longest, side, side).Select(value => (byte)MathF.Round(value))]);
    }
}
