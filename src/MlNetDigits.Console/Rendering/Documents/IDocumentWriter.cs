namespace MlNetDigits.Console.Rendering.Documents;

/// <summary>Writes what was found out of images in a format, as it comes or at the end.</summary>
/// <typeparam name="T">What is told of an image.</typeparam>
internal interface IDocumentWriter<in T>
{
    /// <summary>Takes the next image's answer or error.</summary>
    void Write(T document);

    /// <summary>Writes what had to wait for the last.</summary>
    void Finish();
}
