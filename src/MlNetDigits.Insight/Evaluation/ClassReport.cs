using System.Globalization;

namespace MlNetDigits.Evaluation;

/// <summary>How well one class, such as a digit, was recognized.</summary>
/// <param name="Digit">The class's place from 0; for digits the digit itself.</param>
/// <param name="Images">Images of this class.</param>
/// <param name="Precision">Share of the images recognized as this class that are it; NaN for none.</param>
/// <param name="Recall">Share of this class's images that were recognized; NaN for none.</param>
/// <param name="LogLoss">Mean log-loss of this class's images in nats; NaN for none.</param>
public sealed record ClassReport(int Digit, int Images, double Precision, double Recall, double LogLoss)
{
    /// <summary>Gets the class's name.</summary>
    /// <value>Default: its place as text.</value>
    public string Name { get; init; } = Digit.ToString(CultureInfo.InvariantCulture);
}
