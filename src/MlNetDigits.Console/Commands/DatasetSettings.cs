using MlNetDigits.Console.Hosting;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Commands;

/// <summary>What a command line says about the images; null where it says nothing.</summary>
internal sealed record DatasetSettings
{
    public string? Path { get; init; }

    public string? TestPath { get; init; }

    public string? Normalization { get; init; }

    /// <summary>Gets which of ink and paper the model in use wants brighter.</summary>
    public ImagePolarity Polarity { get; init; }

    public bool? Transpose { get; init; }

    /// <summary>Gets the name or number of CSV files' column of labels.</summary>
    public string? LabelColumn { get; init; }

    public double? TestFraction { get; init; }

    /// <summary>Gets the folder with MNIST's files.</summary>
    public string? Data { get; init; }

    /// <summary>Gets whether all images are MNIST's.</summary>
    public bool IsMnist => TestPath is null && IsMnistName(Path);

    /// <summary>Makes the library's options.</summary>
    public ImageDatasetOptions ToOptions(MnistOptions mnist)
    {
        if (Data is not null && !IsMnistName(Path) && (TestPath is null || !IsMnistName(TestPath)))
            throw new UserError($"--data is the folder of MNIST's files, but the dataset is '{Path}'; leave --data out.");
        var standard = new ImageDatasetOptions();
        return standard with
        {
            Path = Path ?? standard.Path,
            TestPath = TestPath,
            Normalization = Normalization is null ? null : Enum.Parse<ImageNormalization>(Normalization, ignoreCase: true),
            Polarity = Polarity,
            Transpose = Transpose,
            LabelColumn = LabelColumn,
            TestFraction = TestFraction ?? standard.TestFraction,
            Mnist = mnist,
        };
    }

    /// <summary>Names the options that lead to the same images, for a command line.</summary>
    public IEnumerable<(string Option, IConvertible? Value)> ToArguments() =>
    [
        ("dataset", Path is not null && IsMnistName(Path) ? null : Path), ("test-dataset", TestPath), ("normalize", Normalization),
        ("transpose", Transpose is { } transpose ? (transpose ? "true" : "false") : null), ("label-column", LabelColumn), ("test-fraction", TestFraction),
    ];

    private static bool IsMnistName(string? path) => path is null || path.Equals(ImageDatasetOptions.MnistName, StringComparison.OrdinalIgnoreCase);
}
