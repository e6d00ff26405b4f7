using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Which images to load, and how they are read and split.</summary>
public sealed record ImageDatasetOptions
{
    /// <summary>Name of the dataset that is no file.</summary>
    public const string MnistName = "mnist";

    /// <summary>The dataset: <c>mnist</c>, a folder with one subfolder per label, a CSV file, an IDX file of images, or a folder with such files.</summary>
    /// <value>Default <c>mnist</c>. A folder of that name is <c>./mnist</c>.</value>
    public string Path { get; init; } = MnistName;

    /// <summary>Images to test with, given like <see cref="Path"/>.</summary>
    /// <value>Default null: the dataset's own test images, else a share of each class.</value>
    public string? TestPath { get; init; }

    /// <summary>How image files become 28×28; CSV and IDX data must have that size.</summary>
    /// <value>Default null: image files are resized, and CSV or IDX data tell by their looks which pictures are like them.</value>
    public ImageNormalization? Normalization { get; init; }

    /// <summary>Which of ink and paper is to be brighter; images of the other polarity are inverted.</summary>
    /// <remarks>Image files are inverted one by one, CSV and IDX data and MNIST as a whole, where nearly all images agree, and a note says so.</remarks>
    /// <value>Default <see cref="ImagePolarity.Any"/>: they stay as they are, and digits get bright ink.</value>
    public ImagePolarity Polarity { get; init; }

    /// <summary>Whether rows and columns of IDX and CSV images are exchanged.</summary>
    /// <value>Default null: for files that are named like EMNIST's, which stores its images so.</value>
    public bool? Transpose { get; init; }

    /// <summary>Column of labels in CSV files: its name in the header, or its number from 1.</summary>
    /// <value>Default null: the one called label, labels, class, target, digit or y; else the first or the last, whichever can be labels.</value>
    public string? LabelColumn { get; init; }

    /// <summary>Whether the images only test a model, so that one class, or one image of a class, is enough.</summary>
    /// <value>Default false: training needs two classes, and two images of a class that is split.</value>
    public bool IsForEvaluation { get; init; }

    /// <summary>Share of each class that is for testing, when there are no test images.</summary>
    /// <value>Default 0.2; above 0 and below 1.</value>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>Seed of the choice of these test images, whatever seed trains.</summary>
    /// <value>Default 1.</value>
    public int SplitSeed { get; init; } = 1;

    /// <summary>Where MNIST comes from.</summary>
    /// <value>Default: the usual places.</value>
    public MnistOptions Mnist { get; init; } = new();

    /// <summary>The form that images are brought into.</summary>
    internal ImageForm Form => new() { Normalization = Normalization ?? ImageNormalization.Resize, Polarity = Polarity };

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Path))
            throw new ArgumentException($"The dataset's path is blank. Name '{MnistName}', a folder or a file.", nameof(Path));
        if (TestPath is not null && string.IsNullOrWhiteSpace(TestPath))
            throw new ArgumentException($"The test dataset's path is blank. Name '{MnistName}', a folder or a file, or none.", nameof(TestPath));
        if (!(TestFraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(TestFraction), FormattableString.Invariant($"TestFraction is {TestFraction}, but must be above 0 and below 1."));
        if (LabelColumn is not null && string.IsNullOrWhiteSpace(LabelColumn))
            throw new ArgumentException("The label column is blank. Give its name or its number from 1, or none.", nameof(LabelColumn));
        if (Normalization is { } normalization && !Enum.IsDefined(normalization))
            throw new ArgumentOutOfRangeException(nameof(Normalization), $"There is no normalization {normalization}. Use Resize, Digit or None.");
        if (!Enum.IsDefined(Polarity))
            throw new ArgumentOutOfRangeException(nameof(Polarity), $"There is no polarity {Polarity}. Use Any, BrightInk or DarkInk.");
    }
}
