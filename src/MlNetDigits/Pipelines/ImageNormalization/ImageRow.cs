using Microsoft.ML.Data;
using MlNetDigits.Images;

namespace MlNetDigits.Pipelines.ImageNormalization;

/// <summary>What the normalizing step reads: a picture.</summary>
internal sealed class ImageRow
{
    /// <summary>Column of the picture, while the step runs.</summary>
    public const string Column = "NormalizeDigit.Image";

    [ColumnName(Column)]
    [AnySizeImage]
    public MLImage? Image { get; set; }
}
