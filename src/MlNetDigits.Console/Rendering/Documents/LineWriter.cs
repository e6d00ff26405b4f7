namespace MlNetDigits.Console.Rendering.Documents;

/// <summary>Writes lines for each image, as soon as they are known.</summary>
/// <typeparam name="T">What is told of an image.</typeparam>
/// <param name="output">Where to.</param>
/// <param name="format">Makes the lines, or none.</param>
internal sealed class LineWriter<T>(TextWriter output, Func<T, IEnumerable<string>> format) : IDocumentWriter<T>
{
    /// <inheritdoc/>
    public void Write(T document)
    {
        foreach (string line in format(document))
            output.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }
}
