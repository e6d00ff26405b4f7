using System.Security.Cryptography;
using Microsoft.ML;
using MlNetDigits.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class TrainingDataHashTests
{
    [Fact]
    public void TrainingDataHash_AfterFit_IsThatOfLabelsAndNormalizedPixels()
    {
        var digits = Sample.Train(40);
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            foreach (Sample.DigitImage image in Sample.Images(digits))
            {
                writer.Write((int)image.Label);
                foreach (float pixel in image.Pixels) writer.Write(pixel / 255);
            }
        }

        string? hash = HashOf(digits, Sample.Quick);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), hash);
    }

    [Fact]
    public void TrainingDataHash_OtherOptions_IsTheSame()
    {
        string? hash = HashOf(Sample.Train(40), Sample.Quick);

        Assert.Equal(hash, HashOf(Sample.Train(40), Sample.Quick with { Seed = 9, ValidationSetFraction = 0.5f, Architecture = "tiny" }));
    }

    [Fact]
    public void TrainingDataHash_OnePixelOrLabelChanged_IsAnother()
    {
        var digits = Sample.Train(40);
        byte[] pixels = digits.Pixels.ToArray(), labels = digits.Labels.ToArray();
        pixels[39 * 784 + 300] ^= 1;
        labels[3] ^= 1;

        string?[] hashes = [HashOf(digits, Sample.Quick), HashOf(new MnistView(pixels, digits.Labels.ToArray()), Sample.Quick), HashOf(new MnistView(digits.Pixels.ToArray(), labels), Sample.Quick)];

        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void TrainingDataHash_BeforeFit_IsNull() =>
        Assert.Null(new MLContext().MulticlassClassification.Trainers.ConvolutionalNetwork().TrainingDataHash);

    private static string? HashOf(MnistView digits, ConvolutionalNetworkOptions options)
    {
        var ml = new MLContext(1);
        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
        trainer.Fit(Sample.Prepared(ml, digits));
        return trainer.TrainingDataHash;
    }
}
