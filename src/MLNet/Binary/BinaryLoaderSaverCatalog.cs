using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML;

/// <summary>Saves data with their types to binary files, and loads them.</summary>
public static class BinaryLoaderSaverCatalog
{
    /// <summary>Loads data saved as binary; rows are read when they are needed.</summary>
    /// <exception cref="FormatException">The file is no such data or is damaged.</exception>
    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, IMultiStreamSource fileSource)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(fileSource);
        if (fileSource.Count != 1)
            throw new ArgumentException($"Binary data are loaded from one file, not {fileSource.Count}.", nameof(fileSource));
        return new BinaryView(() => fileSource.Open(0));
    }

    /// <summary>Loads data saved as binary; rows are read when they are needed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is no such data or is damaged.</exception>
    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return catalog.LoadFromBinary(new MultiFileSource(path));
    }

    /// <summary>Saves data with their types and annotations; the stream stays open.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The data.</param>
    /// <param name="stream">Where to save.</param>
    /// <param name="keepHidden">Whether hidden columns are saved too. <value>false</value></param>
    public static void SaveAsBinary(this DataOperationsCatalog catalog, IDataView data, Stream stream, bool keepHidden = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        BinaryFormat.Write(data, stream, keepHidden);
    }
}
