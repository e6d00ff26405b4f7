using MlNetDigits.Console.Json;

namespace MlNetDigits.Console.Rendering.Predictions;

/// <summary>Writes a line for each image, as soon as it is known.</summary>
/// <param name="output">Where to.</param>
/// <param name="format">Makes the line, or null for none.</param>
internal sealed class LineWriter(TextWriter output, Func<PredictionDocument, string?> format) : IPredictionWriter
{
    /// <inheritdoc/>
    public void Write(PredictionDocument prediction)
    {
        if (format(prediction) is { } line)
            output.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }
}
