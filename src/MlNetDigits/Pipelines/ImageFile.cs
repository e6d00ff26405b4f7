namespace MlNetDigits.Pipelines;

/// <summary>A file of one picture and its label, as ML.NET's input row for chains that begin with <c>LoadImages</c>.</summary>
public sealed class ImageFile
{
    /// <summary>Path of the picture, in the folder that <c>LoadImages</c> is given.</summary>
    public string Path { get; set; } = "";

    /// <summary>What the picture shows; not read when it is to be scored.</summary>
    /// <value>Default: an empty text.</value>
    public string Label { get; set; } = "";
}
