using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

/// <summary>Damages files at random and checks that the decoder answers with pixels or with one clear error.</summary>
internal static class Damage
{
    private const int Rounds = 300;

    private static readonly ImageDecoderOptions Limits = new() { MaximumPixels = 100_000 };

    /// <summary>Changes one to four bytes, at times cutting the end off, many times.</summary>
    public static void Try(string name, byte[] file, int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] damaged = random.Next(4) == 0 ? file[..random.Next(3, file.Length)] : [.. file];
            for (int change = random.Next(1, 5); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Check(name, damaged);
        }
    }

    private static void Check(string name, byte[] damaged)
    {
        try
        {
            var image = ImageDecoder.Decode(new MemoryStream(damaged), name, Limits);
            Assert.InRange(image.Pixels.Length, 1, Limits.MaximumPixels);
        }
        catch (InvalidDataException error)
        {
            Assert.StartsWith($"'{name}' ", error.Message);
            Assert.EndsWith(".", error.Message);
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
