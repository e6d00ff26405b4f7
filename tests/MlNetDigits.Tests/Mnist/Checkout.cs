using System.IO.Compression;
using Microsoft.ML;
using MlNetDigits.Mnist;
using MlNetDigits.RequiredMnist;

namespace MlNetDigits.Tests.Mnist;

/// <summary>The real MNIST files that the build restores.</summary>
internal static class Checkout
{
    public static string Mnist { get; } = new MnistPlaces(null, [AppContext.BaseDirectory], "").FindCheckout()
        ?? throw new MnistMissingException();

    /// <summary>All digits, read once for all tests.</summary>
    public static MnistData Digits => Loaded.Value;

    private static readonly Lazy<MnistData> Loaded = new(() => new MLContext().Data.LoadMnist(new MnistOptions { Folder = Mnist }));

    /// <summary>The gzipped bytes of a file.</summary>
    public static byte[] Gzipped(MnistFile file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var raw = File.OpenRead(file.Find(Mnist)!))
            raw.CopyTo(gzip);
        return packed.ToArray();
    }

    /// <summary>Copies some of the files into a folder.</summary>
    public static void CopyTo(string folder, IEnumerable<MnistFile> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
            File.Copy(file.Find(Mnist)!, Path.Combine(folder, file.Name));
    }
}
