using System.Globalization;
using MlNetDigits.Idx;
using MlNetDigits.Images;

namespace MlNetDigits.Console.Tests.Datasets;

/// <summary>Datasets of every kind, drawn for the tests: bars, posts and blobs with speckles.</summary>
public sealed class SmallDatasets : IDisposable
{
    private const int Side = 28;

    /// <summary>Gets the classes; the n-th is always drawn alike.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["ankle boot", "七", "[bag]"];

    public string Root { get; } = Directory.CreateTempSubdirectory("mlnet-digits").FullName;

    public string In(string name) => Path.Combine(Root, name);

    /// <summary>Writes a folder with one subfolder per label, of PNG images.</summary>
    public string Folder(string name, int perClass = 60, int side = Side)
    {
        for (int index = 0; index < Labels.Count; index++)
        {
            string folder = Directory.CreateDirectory(Path.Combine(Root, name, Labels[index])).FullName;
            for (int image = 0; image < perClass; image++)
                File.WriteAllBytes(Path.Combine(folder, $"{image:D3}.png"), PngEncoder.Encode(new GrayImage(side, side, Draw(index, image, side))));
        }

        return In(name);
    }

    /// <summary>Writes CSV in Kaggle's layout; numbers 9 and 10 are the labels of two classes.</summary>
    public string Csv(string name, int perClass = 60, bool hasHeader = true, bool hasLabels = true, bool isDark = false)
    {
        var lines = new List<string>();
        IEnumerable<string> pixels = Enumerable.Range(0, Side * Side).Select(pixel => $"pixel{pixel}");
        if (hasHeader)
            lines.Add(string.Join(',', hasLabels ? pixels.Prepend("label") : pixels));
        for (int row = 0; row < 2 * perClass; row++)
        {
            IEnumerable<string> values = Draw(row % 2, row / 2, Side).Select(pixel => (isDark ? 255 - pixel : pixel).ToString(CultureInfo.InvariantCulture));
            lines.Add(string.Join(',', hasLabels ? values.Prepend((10 - (row % 2)).ToString(CultureInfo.InvariantCulture)) : values));
        }

        File.WriteAllLines(In(name), lines);
        return In(name);
    }

    /// <summary>Writes the four IDX files of Fashion-MNIST's kind.</summary>
    public string Idx(string name, int trainPerClass = 60, int testPerClass = 10)
    {
        string folder = Directory.CreateDirectory(In(name)).FullName;
        foreach ((string prefix, int perClass) in ((string, int)[])[("train", trainPerClass), ("t10k", testPerClass)])
        {
            int[] rows = [.. Enumerable.Range(0, perClass * Labels.Count)];
            byte[] pixels = [.. rows.SelectMany(row => Draw(row % Labels.Count, row, Side))], labels = [.. rows.Select(row => (byte)(row % Labels.Count))];
            IdxWriter.Write(Path.Combine(folder, $"{prefix}-images-idx3-ubyte"), new IdxArray(pixels, rows.Length, Side, Side));
            IdxWriter.Write(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), new IdxArray(labels, rows.Length));
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static byte[] Draw(int index, int image, int side)
    {
        var pixels = new byte[side * side];
        int shift = image % 7;
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                int u = x * Side / side, v = y * Side / side;
                bool isInk = index switch { 0 => v >= 8 + shift && v < 13 + shift, 1 => u >= 8 + shift && u < 13 + shift, _ => Math.Abs(u - 11 - shift) + Math.Abs(v - 14) < 8 };
                pixels[(y * side) + x] = (byte)((isInk ? 220 : 5) + (((x * 7) + (y * 13) + (image * 31)) % 30));
            }
        }

        return pixels;
    }
}
