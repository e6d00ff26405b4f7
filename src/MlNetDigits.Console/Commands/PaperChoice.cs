using MlNetDigits.Datasets;
using MlNetDigits.Networks.Augmentation;

namespace MlNetDigits.Console.Commands;

/// <summary>What distorted training images have where the paper ended.</summary>
internal static class PaperChoice
{
    /// <summary>Lets white paper go on beyond the border of images that all have dark ink.</summary>
    public static AugmentationOptions OnPaperOf(this AugmentationOptions augmentation, ImageDataset dataset) => dataset.Mnist is not null ? augmentation
        : augmentation with { Background = ImageForm.Recognize(dataset.Train.Pixels.Span, dataset.Normalization).Paper / (float)byte.MaxValue };
}
