namespace Microsoft.ML.Data;

/// <summary>One or more streams of data, such as files.</summary>
public interface IMultiStreamSource
{
    /// <summary>The number of streams.</summary>
    int Count { get; }

    /// <summary>The path of a stream's file, or null.</summary>
    string GetPathOrNull(int index);

    /// <summary>Opens a stream for reading.</summary>
    Stream Open(int index);

    /// <summary>Opens a stream for reading text.</summary>
    TextReader OpenTextReader(int index);
}
