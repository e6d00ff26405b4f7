using Microsoft.ML.Data;
using MlNetDigits.Mnist;

namespace MlNetDigits.Pipelines.ImageNormalization;

/// <summary>What the normalizing step makes: pixels in MNIST's form.</summary>
internal sealed class PixelRow
{
    /// <summary>Column of the pixels, while the step runs.</summary>
    public const string Column = "NormalizeDigit.Pixels";

    [ColumnName(Column)]
    [VectorType(MnistView.PixelCount)]
    public float[] Pixels { get; set; } = [];
}
