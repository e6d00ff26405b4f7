using System.IO.Compression;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>A component's folder in a model file that is read.</summary>
internal sealed class ModelLoadContext
{
    private readonly ZipArchive _archive;
    private readonly string _folder;

    private ModelLoadContext(ZipArchive archive, string folder)
    {
        _archive = archive;
        _folder = folder;
        var header = ReadBytes(ModelFile.HeaderName);
        using var reader = new BinaryReader(new MemoryStream(header));
        try
        {
            if (!reader.ReadBytes(ModelFile.Magic.Length).AsSpan().SequenceEqual(ModelFile.Magic) || reader.ReadInt32() != ModelFile.FormatVersion)
                throw Invalid("its header is of another format");
            LoaderName = reader.ReadString();
            AssemblyName = reader.ReadString();
            Version = reader.ReadInt32();
            var length = reader.ReadInt32();
            var payload = reader.ReadBytes(length);
            if (payload.Length != length)
                throw Invalid("it ends too early");
            Reader = new BinaryReader(new MemoryStream(payload));
        }
        catch (EndOfStreamException)
        {
            throw Invalid("it ends too early");
        }
    }

    /// <summary>The component's own data, as <see cref="ModelSaveContext.Writer"/> took it.</summary>
    public BinaryReader Reader { get; }

    public string LoaderName { get; }

    public string AssemblyName { get; }

    /// <summary>The version that the component saved.</summary>
    public int Version { get; }

    /// <summary>Loads the component in a folder under this one.</summary>
    public T LoadModel<T>(IHostEnvironment env, string name) where T : class => Load<T>(env, _archive, ModelFile.Combine(_folder, name));

    /// <summary>Tells whether the component's folder has that file.</summary>
    public bool HasEntry(string name) => _archive.GetEntry(ModelFile.Combine(_folder, name)) is not null;

    /// <summary>Reads a file of the component's folder whole, its checksum verified.</summary>
    public byte[] ReadBytes(string name)
    {
        var path = ModelFile.Combine(_folder, name);
        var entry = _archive.GetEntry(path) ?? throw new FormatException($"The model file lacks '{path}': it is damaged or was made by another program.");
        return ModelFile.ReadVerified(entry);
    }

    /// <summary>Reads a text file of the component's folder.</summary>
    public string[] ReadLines(string name) =>
        System.Text.Encoding.UTF8.GetString(ReadBytes(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The exception for data that a component cannot be made of.</summary>
    public FormatException Invalid(string why) => new($"The model file's '{_folder}' cannot be loaded: {why}.");

    /// <summary>Loads the component in a folder of the archive.</summary>
    public static T Load<T>(IHostEnvironment env, ZipArchive archive, string folder) where T : class
    {
        var context = new ModelLoadContext(archive, folder);
        var factory = ComponentCatalog.FindLoader(context.LoaderName)
            ?? throw context.Invalid($"its component '{context.LoaderName}' is unknown here");
        try
        {
            return factory(env, context) as T ?? throw context.Invalid($"its component '{context.LoaderName}' is no {typeof(T).Name}");
        }
        catch (EndOfStreamException)
        {
            throw context.Invalid("its data end too early");
        }
    }
}
