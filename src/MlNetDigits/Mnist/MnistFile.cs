using System.Security.Cryptography;
using MlNetDigits.Idx;

namespace MlNetDigits.Mnist;

/// <summary>One of MNIST's four files: its name, size and checksum.</summary>
/// <param name="Name">File name as first published, without .gz.</param>
/// <param name="Rank">Dimensions of the IDX array: 3 for images, 1 for labels.</param>
/// <param name="Count">Number of digits.</param>
/// <param name="Sha256">Lower-case SHA-256 of the raw file.</param>
internal sealed record MnistFile(string Name, int Rank, int Count, string Sha256)
{
    public static readonly MnistFile TrainImages = new("train-images-idx3-ubyte", 3, 60_000, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    public static readonly MnistFile TrainLabels = new("train-labels-idx1-ubyte", 1, 60_000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    public static readonly MnistFile TestImages = new("t10k-images-idx3-ubyte", 3, 10_000, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    public static readonly MnistFile TestLabels = new("t10k-labels-idx1-ubyte", 1, 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    public static IReadOnlyList<MnistFile> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>Size of the raw file in bytes.</summary>
    public long RawLength => 4 + (4 * Rank) + ((long)Count * (Rank == 3 ? MnistView.PixelCount : 1));

    /// <summary>The file's path in a folder, raw before gzipped, or null.</summary>
    public string? Find(string folder)
    {
        // Some collections write a dot where the original has a hyphen.
        var dotted = Name.Replace("-idx", ".idx", StringComparison.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)[Name, $"{Name}.gz", dotted, $"{dotted}.gz"])
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Reads the file in one pass and verifies its checksum.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or is not MNIST's.</exception>
    public IdxArray Read(string path)
    {
        using var hash = SHA256.Create();
        using var file = IdxReader.Open(path);
        IdxArray array;
        if (file.CanSeek)
        {
            array = IdxReader.Read(file, Rank, path);
            file.Position = 0;
            Check(SHA256.HashData(file), path);
            return array;
        }

        using var hashing = new CryptoStream(file, hash, CryptoStreamMode.Read);
        array = IdxReader.Read(hashing, Rank, path);
        Check(hash.Hash!, path);
        return array;
    }

    private void Check(byte[] actual, string path)
    {
        var text = Convert.ToHexStringLower(actual);
        if (text != Sha256)
            throw new InvalidDataException($"'{path}' is not MNIST's {Name}: its raw bytes have SHA-256 {text}, expected {Sha256}. Delete it and get the file again.");
    }
}
