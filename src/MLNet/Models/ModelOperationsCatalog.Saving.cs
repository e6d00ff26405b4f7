using System.IO.Compression;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    /// <summary>Saves a model and the schema of its input to a file, replacing it only when all is written.</summary>
    /// <param name="model">The model. <value>null: an empty chain.</value></param>
    /// <param name="inputSchema">The schema of the model's input. <value>null: none is saved.</value></param>
    /// <param name="filePath">Where to save.</param>
    /// <exception cref="InvalidOperationException">A step of the model cannot be saved.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(ITransformer model, DataViewSchema inputSchema, string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using var memory = Pack(model, inputSchema);
        AtomicFile.Write(filePath, memory.CopyTo);
    }

    /// <summary>Saves a model and the schema of its input to a stream, which stays open.</summary>
    /// <param name="model">The model. <value>null: an empty chain.</value></param>
    /// <param name="inputSchema">The schema of the model's input. <value>null: none is saved.</value></param>
    /// <param name="stream">Where to save; nothing is written if the model cannot be saved.</param>
    /// <exception cref="InvalidOperationException">A step of the model cannot be saved.</exception>
    public void Save(ITransformer model, DataViewSchema inputSchema, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = Pack(model, inputSchema);
        memory.CopyTo(stream);
    }

    /// <summary>Loads a model and the schema of its input from a file.</summary>
    /// <param name="filePath">The file.</param>
    /// <param name="inputSchema">The schema of the model's input, null if none was saved.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is no zip archive or is damaged.</exception>
    /// <exception cref="InvalidOperationException">The file has no model in it.</exception>
    public ITransformer Load(string filePath, out DataViewSchema inputSchema)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using var stream = File.OpenRead(filePath);
        return Unpack(stream, $"'{filePath}'", out inputSchema);
    }

    /// <summary>Loads a model and the schema of its input from a stream, which stays open.</summary>
    /// <param name="stream">The saved model.</param>
    /// <param name="inputSchema">The schema of the model's input, null if none was saved.</param>
    /// <exception cref="FormatException">The stream holds no zip archive or is damaged.</exception>
    /// <exception cref="InvalidOperationException">The archive has no model in it.</exception>
    public ITransformer Load(Stream stream, out DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Unpack(stream, "The stream", out inputSchema);
    }

    private static MemoryStream Pack(ITransformer model, DataViewSchema inputSchema)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var version = new StreamWriter(archive.CreateEntry(ModelFile.VersionEntry).Open()))
                version.Write(ModelFile.Version);
            ModelSaveContext.Save(archive, model ?? new TransformerChain<ITransformer>(), ModelFile.TransformerFolder);
            if (inputSchema is not null)
            {
                using var entry = archive.CreateEntry(ModelFile.SchemaEntry).Open();
                BinaryFormat.Write(new EmptyView(inputSchema), entry, keepHidden: true);
            }
        }
        memory.Position = 0;
        return memory;
    }

    private ITransformer Unpack(Stream stream, string source, out DataViewSchema inputSchema)
    {
        using var archive = Open(stream, source);
        if (archive.GetEntry(ModelFile.Combine(ModelFile.TransformerFolder, ModelFile.HeaderName)) is null)
            throw new InvalidOperationException($"Could not load legacy format model: {source} is a zip archive without a model in it.");
        inputSchema = archive.GetEntry(ModelFile.SchemaEntry) is { } entry
            ? BinaryFormat.ReadSchema(new MemoryStream(ModelFile.ReadVerified(entry)))
            : null;
        return ModelLoadContext.Load<ITransformer>(Environment, archive, ModelFile.TransformerFolder);
    }

    private static ZipArchive Open(Stream stream, string source)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            // The directory is read at first use; damage in it shall show here.
            _ = archive.Entries;
            return archive;
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"{source} is no model file or is damaged: it is not a complete zip archive.", e);
        }
    }
}
