using System.Globalization;
using MlNetDigits.Datasets;
using MlNetDigits.Idx;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Console.Synthesizing;

/// <summary>Writes synthetic pictures as files that can be trained on.</summary>
internal sealed class PictureFolder(DigitSynthesizer synthesizer, int count, CancellationToken cancellation)
{
    public const string ImagesName = "train-images-idx3-ubyte";
    public const string LabelsName = "train-labels-idx1-ubyte";
    public const string ClassesName = "classes.txt";

    private const string Digits = "D7";

    /// <summary>Writes a PNG for each picture, in a subfolder for each label.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="single">A single subfolder for all; null for one of each label.</param>
    public LabelledFile[] WritePng(string folder, string? single) => Draw((image, index) =>
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{single ?? image.Label}/{index.ToString(Digits, CultureInfo.InvariantCulture)}.png");
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, PngEncoder.Encode(image.Picture));
        return name;
    });

    /// <summary>Writes all pictures, grey and scaled to 28×28, as one IDX file with labels and their names beside it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="classes">All labels in the order of their numbers.</param>
    public LabelledFile[] WriteIdx(string folder, string[] classes)
    {
        var form = new ImageForm { Normalization = ImageNormalization.Resize };
        var pixels = new byte[count * MnistView.PixelCount];
        var labels = new byte[count];
        LabelledFile[] files = Draw((image, index) =>
        {
            form.Fit(image.ToGray()).CopyTo(pixels, index * MnistView.PixelCount);
            labels[index] = (byte)Array.IndexOf(classes, image.Label);
            return index.ToString(CultureInfo.InvariantCulture);
        });
        IdxWriter.Write(Path.Combine(folder, ImagesName), new IdxArray(pixels, count, 28, 28));
        IdxWriter.Write(Path.Combine(folder, LabelsName), new IdxArray(labels, count));
        File.WriteAllLines(Path.Combine(folder, ClassesName), classes);
        // The boxes are those of the large picture.
        return [.. files.Select(file => file with { Boxes = [] })];
    }

    private LabelledFile[] Draw(Func<SyntheticImage, int, string> save)
    {
        var files = new LabelledFile[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            SyntheticImage image = synthesizer.Create(index);
            files[index] = LabelledFile.Of(image, save(image, index));
        });
        return files;
    }
}
