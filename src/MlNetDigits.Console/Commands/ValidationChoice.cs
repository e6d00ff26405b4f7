using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>Which images choose the best epoch: those of the dataset's own, else a share of the training images.</summary>
internal static class ValidationChoice
{
    /// <summary>Lets a dataset's own validation images take the place of the share.</summary>
    public static ConvolutionalNetworkOptions With(this ConvolutionalNetworkOptions options, MLContext context, LabelledImageView? validation) => validation is null ? options : options with
    {
        ValidationSet = context.Transforms.NormalizePixels(options.FeatureColumnName).Fit(validation).Transform(validation),
        ValidationSetFraction = null,
    };

    /// <summary>Gives images to train on and to validate with, as a training takes them.</summary>
    public static (ImageSet Train, ImageSet? Validation) Split(LabelledImageView train, LabelledImageView? validation, ConvolutionalNetworkOptions options)
    {
        ImageSet all = train.ToImageSet();
        return validation is not null ? (all, validation.ToImageSet())
            : options.ValidationSetFraction is { } fraction ? all.Split(fraction, options.ValidationSetSeed)
            : (all, null);
    }
}
