using Microsoft.ML.Transforms;
using MlNetDigits.Images;

namespace MlNetDigits.Pipelines.ImageNormalization;

/// <summary>The normalizing step as ML.NET finds it again in a saved chain.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class DigitMapping : CustomMappingFactory<ImageRow, PixelRow>
{
    /// <summary>Names the step in saved chains.</summary>
    public const string Contract = "MlNetDigits.NormalizeDigit";

    public override Action<ImageRow, PixelRow> GetMapping() => Map;

    internal static void Map(ImageRow row, PixelRow made)
    {
        if (row.Image is null)
            throw new InvalidDataException("A row has no picture to find a digit in. Leave the row out.");
        made.Pixels = Array.ConvertAll(row.Image.ToDigit(), pixel => (float)pixel);
    }
}
