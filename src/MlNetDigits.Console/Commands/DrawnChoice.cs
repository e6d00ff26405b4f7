using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Synthesis.Readings;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>Pictures that are drawn to train on, beside MNIST's digits.</summary>
internal static class DrawnChoice
{
    public const string Option = "--drawn";

    // What the preset for pictures draws.
    private const int Robust = 30_000;

    /// <summary>Fills in how many pictures are drawn, where only the preset says it.</summary>
    /// <exception cref="UserError">Other options do not go with drawn pictures.</exception>
    public static TrainSettings Resolve(TrainSettings settings)
    {
        bool isRobust = settings.Preset is { } preset && ConvolutionalNetworkPresets.Get(preset).RejectionClass == DrawnDatasetExtensions.NoneName;
        int drawn = settings.Drawn ?? (isRobust ? Robust : 0);
        if (drawn == 0)
            return settings with { Drawn = isRobust ? 0 : null };
        (string Option, bool IsGiven)[] unfit =
        [
            ("--dataset", !settings.Dataset.IsMnist), ("--limit", settings.Limit is not null), ("--search", settings.Search is not null), ("--reject-class", settings.RejectClass is not null),
        ];
        if (unfit.FirstOrDefault(each => each.IsGiven).Option is { } option)
            throw new UserError($"{option} does not go with {Option}, which adds pictures to MNIST's digits and a class '{DrawnDatasetExtensions.NoneName}' to refuse; leave it out, or give {Option} 0.");
        return settings with { Drawn = drawn };
    }

    /// <summary>Draws the pictures and adds them.</summary>
    /// <exception cref="UserError">There would be nothing to choose the best epoch with.</exception>
    public static ImageDataset AddTo(ImageDataset dataset, TrainSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Drawn is not ({ } drawn and > 0))
            return dataset;
        ConvolutionalNetworkOptions options = settings.ToOptions();
        double share = options.ValidationSetFraction ?? throw new UserError($"{Option} needs validation images, which choose from when on an image is refused; give --validation-fraction a share above 0.");
        return Waiting.Run(terminal, $"drawing {Format.Count(drawn)} pictures", () => dataset.WithDrawnPictures(drawn, share, options.Seed, cancellation));
    }
}
