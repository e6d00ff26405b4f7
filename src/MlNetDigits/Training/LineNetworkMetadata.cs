using System.Globalization;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>What the ONNX file of a network for lines tells of its training.</summary>
public static class LineNetworkMetadata
{
    /// <summary>Key of the number of drawn pictures.</summary>
    public const string Pictures = "pictures";

    /// <summary>Key of the number of lines that trained the weights.</summary>
    public const string Lines = "trainLines";

    /// <summary>Key of the number of epochs that were run.</summary>
    public const string Epochs = "epochs";

    /// <summary>Key of the epoch of the kept weights.</summary>
    public const string BestEpoch = "bestEpoch";

    /// <summary>Key of the seed.</summary>
    public const string Seed = "seed";

    /// <summary>Key of the share of MNIST's training digits that lines for validation are made of.</summary>
    public const string ValidationShare = "validationSetFraction";

    /// <summary>Key of the share of lines for validation that are spelled wholly right.</summary>
    public const string ValidationAccuracy = "validation.lines";

    /// <summary>Key of the command line that trains the network anew.</summary>
    public const string Command = "command";

    /// <summary>Tells of a training.</summary>
    /// <param name="options">How the network was trained.</param>
    /// <param name="result">How it went; one epoch at least was finished.</param>
    /// <returns>Texts by key, for the ONNX file.</returns>
    /// <exception cref="ArgumentException">No epoch was finished.</exception>
    public static IReadOnlyDictionary<string, string> Describe(LineNetworkOptions options, TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Best is not { } best)
            throw new ArgumentException("No epoch was finished: train on, and describe the training then.", nameof(result));
        static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            [Pictures] = Text(options.Pictures),
            [Lines] = Text(best.Images),
            [Epochs] = Text(result.History.Count),
            [BestEpoch] = Text(result.BestEpoch),
            [Seed] = Text(options.Seed),
            [ValidationShare] = Text(options.ValidationSetFraction),
            [ValidationAccuracy] = Text(best.ValidationAccuracy),
        };
    }
}
