using System.CommandLine;
using System.Globalization;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Datasets;

namespace MlNetDigits.Console.Commands;

/// <summary>The options that say which images a command takes: MNIST, folders, CSV or IDX files.</summary>
internal sealed class DatasetOptions
{
    private static readonly ImageDatasetOptions Standard = new();

    private readonly Option<string?> _dataset = new("--dataset", "-d")
    {
        Description = "Images with labels: mnist, a folder with one subfolder per label, or with train, valid and test folders of such; a CSV file of 784 pixels and a label a row; IDX files; or a folder with such files. Default: mnist.",
        HelpName = "path",
    };

    private readonly Option<string?> _testDataset = new("--test-dataset", "-t")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"Images to test with, given like --dataset. Default: the dataset's own, else {Standard.TestFraction * 100} % of each class, chosen with a seed that stays the same."),
        HelpName = "path",
    };

    private readonly Option<float?> _testFraction = CommonOptions.Number("--test-fraction", 0.01f, 0.9f, FormattableString.Invariant($"Share of each class to test with, where a dataset has no test images. Default: {Standard.TestFraction}."));
    private readonly Option<string?> _normalize = Normalization();
    private readonly Option<bool?> _transpose = Transpose();
    private readonly Option<string?> _labelColumn = LabelColumn();
    private readonly Option<string?> _data = CommonOptions.Data();

    /// <summary>Creates the option that says how pictures become images of 28×28.</summary>
    public static Option<string?> Normalization() => CommonOptions.Choice(
        "--normalize", "How image files become 28×28: resize keeps their shape and leaves 28×28 as it is, digit brings one digit on paper into MNIST's form, none takes 28×28 alone. Default: resize for a folder, and as in training for a model: ", ["resize", "digit", "none"]);

    /// <summary>Creates the option of images that are stored column by column.</summary>
    public static Option<bool?> Transpose() => new("--transpose")
    {
        Description = "Whether CSV or IDX images have rows and columns exchanged. Default: true for files called emnist-…, else false.",
        HelpName = "true|false",
    };

    /// <summary>Creates the option that says where CSV files have labels.</summary>
    public static Option<string?> LabelColumn() => new("--label-column")
    {
        Description = "Column of labels in CSV files: its name in the header, or its number from 1. Default: the one called label, labels, class, target, digit or y; else the first or the last, whichever can be labels.",
        HelpName = "name|n",
    };

    /// <summary>Adds all options to a command, and others about images after them.</summary>
    public void AddTo(DigitCommand command, params Option[] others) => command.AddGroup("Images", [_dataset, _testDataset, _testFraction, _normalize, _transpose, _labelColumn, _data, .. others]);

    /// <summary>Reads the options of one command line.</summary>
    public DatasetSettings Read(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_dataset),
        TestPath = parsed.GetValue(_testDataset),
        TestFraction = parsed.GetValue(_testFraction) is { } fraction ? Math.Round(fraction, 6) : null,
        Normalization = parsed.GetValue(_normalize),
        Transpose = parsed.GetValue(_transpose),
        LabelColumn = parsed.GetValue(_labelColumn),
        Data = parsed.GetValue(_data),
    };
}
