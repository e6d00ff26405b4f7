using Microsoft.ML.Data;
using MlNetDigits.Images;

namespace MlNetDigits.Pipelines;

/// <summary>A picture in memory, as ML.NET's input row for chains that begin with <c>NormalizeDigit</c>.</summary>
public sealed class DigitPhoto
{
    /// <summary>A picture of any size; who made it disposes it.</summary>
    [AnySizeImage]
    public MLImage? Image { get; set; }
}
