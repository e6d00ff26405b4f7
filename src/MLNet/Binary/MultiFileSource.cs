namespace Microsoft.ML.Data;

/// <summary>Files as sources of data.</summary>
public sealed class MultiFileSource : IMultiStreamSource
{
    private readonly string[] _paths;

    /// <summary>Names the files.</summary>
    public MultiFileSource(params string[] paths)
    {
        _paths = paths ?? [];
        foreach (var path in _paths)
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
    }

    /// <summary>The number of files.</summary>
    public int Count => _paths.Length;

    /// <summary>The path of a file.</summary>
    public string GetPathOrNull(int index) => _paths[index];

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Stream Open(int index) => File.OpenRead(_paths[index]);

    /// <summary>Opens a file for reading text.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public TextReader OpenTextReader(int index) => new StreamReader(_paths[index]);
}
