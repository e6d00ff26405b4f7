using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Idx;
using MlNetDigits.Images;

namespace MlNetDigits.Tests.Datasets;

/// <summary>Writes small datasets of images whose pixels tell class and number.</summary>
internal static class SampleImages
{
    public const int PixelCount = 784;

    public static byte[] Image(int first, int second = 0)
    {
        var pixels = new byte[PixelCount];
        (pixels[0], pixels[1], pixels[783]) = ((byte)first, (byte)second, 255);
        return pixels;
    }

    public static void WritePng(string path, int width = 28, int height = 28, byte grey = 100)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, PngEncoder.Encode(new GrayImage(width, height, [.. Enumerable.Repeat(grey, width * height)])));
    }

    /// <summary>Writes images and labels; the n-th image begins with n.</summary>
    public static string WriteIdx(string folder, string prefix, byte[] labels, int? images = null, int side = 28)
    {
        string path = Path.Combine(folder, $"{prefix}-images-idx3-ubyte");
        int count = images ?? labels.Length;
        IdxWriter.Write(path, new IdxArray([.. Enumerable.Range(0, count).SelectMany(n => Image(n).Take(side * side))], count, side, side));
        IdxWriter.Write(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), new IdxArray(labels, labels.Length));
        return path;
    }

    public static string Row(string? label, int first, string last = "255") =>
        string.Join(',', [.. label is null ? Array.Empty<string>() : [label], .. Image(first).Take(783).Select(pixel => $"{pixel}"), last]);

    public static ImageDataset Load(string path, string? test = null) => new MLContext().Data.LoadImageDataset(new ImageDatasetOptions { Path = path, TestPath = test });

    public static string Error(string path, string? test = null) => Assert.ThrowsAny<IOException>(() => Wrap(() => Load(path, test))).Message;

    /// <summary>Lets both kinds of errors about data be asserted alike.</summary>
    private static void Wrap(Func<ImageDataset> load)
    {
        try
        {
            load();
        }
        catch (InvalidDataException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
