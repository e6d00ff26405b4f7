using System.Numerics.Tensors;
using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Mnist;
using MlNetDigits.Tests.Images.Samples;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Images;

public sealed class DigitNormalizerTests
{
    private static readonly MnistView Digits = Checkout.Digits.Test;

    [Fact]
    public void Normalize_EveryTestDigitOfMnist_StaysBitForBit()
    {
        for (var i = 0; i < Digits.Count; i++)
        {
            var pixels = Pixels(i);

            Assert.Equal(pixels, DigitNormalizer.Normalize(new GrayImage(28, 28, pixels)));
        }
    }

    [Fact]
    public void Normalize_NegativeOfMnist_GivesMnistBack()
    {
        var negative = Array.ConvertAll(Pixels(5), pixel => (byte)(255 - pixel));

        var normalized = DigitNormalizer.Normalize(new GrayImage(28, 28, negative));

        Assert.Equal(Pixels(5), normalized);
    }

    [Theory]
    [InlineData(1, 60, 40, 0, false)]
    [InlineData(4, 300, 200, 10, true)]
    [InlineData(8, 400, 300, 20, true)]
    [InlineData(20, 900, 1200, 5, false)]
    public void Normalize_MnistDrawnLarger_IsMuchLikeTheOriginal(int scale, int width, int height, int grain, bool dark)
    {
        var similarity = 0.0;
        for (var i = 0; i < 20; i++)
        {
            var normalized = DigitNormalizer.Normalize(Enlarge(i, scale, width, height, grain, dark));

            Assert.NotNull(normalized);
            similarity += TensorPrimitives.CosineSimilarity<float>(Floats(Pixels(i)), Floats(normalized));
        }

        Assert.InRange(similarity / 20, 0.9, 1);
    }

    [Theory]
    [InlineData("vignette")]
    [InlineData("shadow")]
    [InlineData("frame")]
    [InlineData("heavy grain")]
    public void Normalize_BadPhoto_IsStillMuchLikeTheOriginal(string fault)
    {
        var right = 0;
        for (var i = 0; i < 20; i++)
        {
            var photo = Spoil(Enlarge(i, 8, 320, 300, grain: 6, dark: true), fault);

            var normalized = DigitNormalizer.Normalize(photo);

            Assert.NotNull(normalized);
            if (TensorPrimitives.CosineSimilarity<float>(Floats(Pixels(i)), Floats(normalized)) > 0.7)
                right++;
        }

        Assert.InRange(right, 18, 20);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 50, 255)]
    [InlineData(28, 28, 0)]
    [InlineData(200, 100, 128)]
    [InlineData(2000, 1500, 255)]
    public void Normalize_EvenSheet_IsNoDigit(int width, int height, byte level)
    {
        var sheet = new byte[width * height];
        Array.Fill(sheet, level);

        Assert.Null(DigitNormalizer.Normalize(new GrayImage(width, height, sheet)));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    public void Normalize_GrainOnly_IsNoDigit(int seed, int grain)
    {
        var random = new Random(seed);
        var sheet = new byte[300 * 200];
        for (var i = 0; i < sheet.Length; i++)
            sheet[i] = (byte)(128 + random.Next(-grain, grain + 1));

        Assert.Null(DigitNormalizer.Normalize(new GrayImage(300, 200, sheet)));
    }

    [Fact]
    public void Normalize_Specks_AreDropped()
    {
        var sample = Draw(new Sample("7-specks", 200, 200));
        var speckled = sample.Pixels.ToArray();
        for (var i = 0; i < 40; i++)
            speckled[(i * 997) % speckled.Length] = 0;
        speckled[(10 * 200) + 10] = speckled[(10 * 200) + 11] = speckled[(11 * 200) + 10] = 0;

        var clean = DigitNormalizer.Normalize(sample)!;
        var normalized = DigitNormalizer.Normalize(new GrayImage(200, 200, speckled))!;

        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(Floats(clean), Floats(normalized)), 0.97f, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(28)]
    public void Normalize_AnyPen_GivesMnistsThickness(double pen)
    {
        var normalized = DigitNormalizer.Normalize(Draw(new Sample("3-pen", 200, 200) { Pen = pen }))!;

        var inside = Array.ConvertAll(normalized, pixel => pixel >= 128);
        Assert.InRange(StrokeShape.Thickness(inside, DistanceField.Signed(inside, 28)), 1.8, 4.2);
    }

    [Fact]
    public void Normalize_Any_FitsAndCentresLikeMnist()
    {
        var normalized = DigitNormalizer.Normalize(Draw(new Sample("4-corner", 500, 300) { Size = 50, Centre = (0.1, 0.2), Pen = 4 }))!;

        var (left, top, right, bottom) = StrokeShape.Bounds(Array.ConvertAll(normalized, pixel => pixel > 0), 28);
        var mass = normalized.Sum(pixel => (double)pixel);
        Assert.Equal(20, Math.Max(right - left, bottom - top) + 1);
        Assert.InRange(Enumerable.Range(0, 784).Sum(i => i % 28 * normalized[i] / mass), 13.4, 14.6);
        Assert.InRange(Enumerable.Range(0, 784).Sum(i => i / 28 * normalized[i] / mass), 13.4, 14.6);
    }

    private static GrayImage Draw(Sample sample) =>
        new(sample.Width, sample.Height, [.. sample.Draw().Where((_, i) => i % 3 == 0)]);

    private static GrayImage Enlarge(int index, int scale, int width, int height, int grain, bool dark)
    {
        var random = new Random(index);
        // In the middle where there is room.
        var margin = Math.Max(4, (Math.Min(width, height) - (28 * scale)) / 2);
        var large = Resampling.Scale(Floats(Pixels(index)), 28, 28, scale, margin, width, height);
        return new GrayImage(width, height, Array.ConvertAll(large, ink =>
        {
            var level = (0.8f * ink) + 20 + random.Next(-grain, grain + 1);
            return (byte)Math.Clamp(dark ? 255 - level : level, 0, 255);
        }));
    }

    private static GrayImage Spoil(GrayImage image, string fault)
    {
        var random = new Random(1);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var (x, y) = ((2.0 * (i % image.Width) / image.Width) - 1, (2.0 * (i / image.Width) / image.Height) - 1);
            var onFrame = Math.Max(Math.Abs(x), Math.Abs(y)) > 0.97;
            double level = image.Pixels[i];
            level = fault switch
            {
                "vignette" => level * (1 - (0.18 * ((x * x) + (y * y)))),
                "shadow" => level * (1 - (0.35 / (1 + Math.Exp((0.6 - x) * 25)))),
                "frame" => onFrame ? 0 : level,
                _ => level + random.Next(-60, 61),
            };
            image.Pixels[i] = (byte)Math.Clamp(level, 0, 255);
        }

        return image;
    }

    private static byte[] Pixels(int index) => Digits.Pixels.Slice(index * 784, 784).ToArray();

    private static float[] Floats(byte[] pixels) => Array.ConvertAll(pixels, pixel => (float)pixel);
}
