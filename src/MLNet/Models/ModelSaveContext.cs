using System.IO.Compression;

namespace Microsoft.ML;

/// <summary>A component's folder in a model file under construction.</summary>
public sealed class ModelSaveContext : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly string _folder;
    private readonly MemoryStream _payload = new();
    private string _loaderName;
    private int _version;

    internal ModelSaveContext(ZipArchive archive, string folder)
    {
        _archive = archive;
        _folder = folder;
        Writer = new BinaryWriter(_payload);
    }

    /// <summary>Takes the component's own data, kept beside its loader's name.</summary>
    internal BinaryWriter Writer { get; }

    /// <summary>Names the registered loader that will read the data. Each component must call it.</summary>
    internal void SetLoader(string loaderName, int version = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(loaderName);
        _loaderName = loaderName;
        _version = version;
    }

    /// <summary>Saves a component into a folder under this one.</summary>
    internal void SaveModel(ICanSaveModel model, string name)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(_archive, model, ModelFile.Combine(_folder, name));
    }

    /// <summary>Writes a file into the component's folder; one at a time.</summary>
    internal void WriteEntry(string name, Action<Stream> write)
    {
        using var stream = _archive.CreateEntry(ModelFile.Combine(_folder, name)).Open();
        write(stream);
    }

    /// <summary>Writes lines of text as a file into the component's folder.</summary>
    internal void WriteText(string name, IEnumerable<string> lines) => WriteEntry(name, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        foreach (var line in lines)
            writer.WriteLine(line);
    });

    /// <summary>Saves a component and its header into a folder of the archive.</summary>
    internal static void Save(ZipArchive archive, ICanSaveModel model, string folder)
    {
        using var context = new ModelSaveContext(archive, folder);
        model.Save(context);
        context.WriteHeader();
    }

    /// <summary>Ends the use of the folder.</summary>
    public void Dispose() => Writer.Dispose();

    private void WriteHeader()
    {
        if (_loaderName is null)
            throw new InvalidOperationException("ModelSignature not specified! This transformer cannot be saved: leave it out of the chain, or train it into an ONNX model.");
        Writer.Flush();
        WriteEntry(ModelFile.HeaderName, stream =>
        {
            using var writer = new BinaryWriter(stream);
            writer.Write(ModelFile.Magic);
            writer.Write(ModelFile.FormatVersion);
            writer.Write(_loaderName);
            writer.Write(typeof(ModelSaveContext).Assembly.FullName);
            writer.Write(_version);
            writer.Write((int)_payload.Length);
            writer.Write(_payload.GetBuffer(), 0, (int)_payload.Length);
        });
    }
}
