namespace MlNetDigits.Console.Rendering.Documents;

/// <summary>Keeps all documents and writes them together.</summary>
/// <typeparam name="T">What is told of an image.</typeparam>
/// <param name="write">Writes all.</param>
internal sealed class CollectingWriter<T>(Action<T[]> write) : IDocumentWriter<T>
{
    private readonly List<T> _documents = [];

    /// <inheritdoc/>
    public void Write(T document) => _documents.Add(document);

    /// <inheritdoc/>
    public void Finish() => write([.. _documents]);
}
