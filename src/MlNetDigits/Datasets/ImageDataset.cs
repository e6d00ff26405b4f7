using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Images to train on and images to test with, of the same classes.</summary>
public sealed record ImageDataset
{
    /// <summary>The dataset as it was named: <c>mnist</c> or a path.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, such as <c>folder of images</c> or <c>IDX files</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Images to train on; without <see cref="Validation"/>, validation images are taken from these.</summary>
    public required LabelledImageView Train { get; init; }

    /// <summary>Images that choose the best epoch, where the dataset has such.</summary>
    /// <value>Default null: a share of <see cref="Train"/> is held out for it.</value>
    public LabelledImageView? Validation { get; init; }

    /// <summary>Images to test with, which choose nothing; their class names are those of <see cref="Train"/>.</summary>
    public required LabelledImageView Test { get; init; }

    /// <summary>Where the test images come from, such as <c>20 % of each class, chosen with seed 1</c>.</summary>
    public required string TestOrigin { get; init; }

    /// <summary>What was decided while reading, in whole sentences.</summary>
    /// <value>Default none.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How pictures become images like these.</summary>
    public ImageNormalization Normalization { get; init; }

    /// <summary>MNIST's own files and checksum.</summary>
    /// <value>Default null: this is not MNIST.</value>
    public MnistData? Mnist { get; init; }

    /// <summary>Names of all classes, in the order of a model's scores.</summary>
    public IReadOnlyList<string> ClassNames => Train.ClassNames;

    /// <summary>Gives the same images with a class moved behind all others, where one of images to refuse must be.</summary>
    /// <param name="className">Name of the class.</param>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public ImageDataset WithLastClass(string className) =>
        this with { Train = Train.WithLastClass(className), Validation = Validation?.WithLastClass(className), Test = Test.WithLastClass(className) };
}
