using System.Numerics.Tensors;

namespace MlNetDigits.Datasets;

/// <summary>Brings the images of a whole file to the polarity that a model learned.</summary>
internal static class Inversion
{
    /// <summary>Inverts pixels in place where nearly all images clearly have the other polarity.</summary>
    /// <param name="pixels">All images of a file.</param>
    /// <param name="form">What is wanted; without normalization, or with any polarity, all stays as it is.</param>
    /// <returns>A sentence when it was done, else none.</returns>
    public static string[] Apply(Span<byte> pixels, ImageForm form)
    {
        if (form.Polarity == ImagePolarity.Any || form.Normalization == ImageNormalization.None)
            return [];
        ImagePolarity own = ImageBorder.PolarityOf(pixels);
        if (!form.IsOpposite(own))
            return [];
        TensorPrimitives.OnesComplement<byte>(pixels, pixels);
        return [own == ImagePolarity.DarkInk ? "Images of dark ink on bright paper were inverted, as the model learned bright ink." : "Images of bright ink on dark paper were inverted, as the model learned dark ink."];
    }

    /// <summary>Inverts images where it is needed, and adds a note.</summary>
    public static RawImages Apply(RawImages images, ImageForm form) => images with { Notes = [.. images.Notes, .. Apply(images.Pixels, form)] };
}
