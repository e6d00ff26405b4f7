using System.IO.Compression;
using MLNet.Tests.Chains;

namespace MLNet.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();

    private IDataView Data => _ml.Data.LoadFromEnumerable(Drawing.Make(20));

    private string File => _folder.File("model.zip");

    public void Dispose() => _folder.Dispose();

    private TransformerChain<Microsoft.ML.Transforms.KeyToValueMappingTransformer> Fit() => _ml.Transforms.Concatenate("Both", "Pixels", "Pixels")
        .Append(_ml.Transforms.Conversion.MapValueToKey("Label", "Digit"))
        .Append(_ml.Transforms.Conversion.MapKeyToValue("Back", "Label"))
        .Fit(Data);

    [Fact]
    public void Load_SavedChain_TransformsAlike()
    {
        _ml.Model.Save(Fit(), Data.Schema, File);

        var loaded = new MLContext().Model.Load(File, out var schema);

        Assert.IsType<TransformerChain<ITransformer>>(loaded);
        Assert.Equal(Data.Schema.Select(column => (column.Name, column.Type)), schema.Select(column => (column.Name, column.Type)));
        Assert.Equal(Fit().Transform(Data).GetColumn<uint>("Label"), loaded.Transform(Data).GetColumn<uint>("Label"));
        Assert.Equal(Data.GetColumn<uint>("Digit"), loaded.Transform(Data).GetColumn<uint>("Back"));
        Assert.Equal(Fit().Transform(Data).GetColumn<float[]>("Both"), loaded.Transform(Data).GetColumn<float[]>("Both"));
    }

    [Fact]
    public void Save_Chain_LaysOutZip()
    {
        _ml.Model.Save(Fit(), Data.Schema, File);

        using var zip = ZipFile.OpenRead(File);
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToArray();
        using var version = new StreamReader(zip.Entries.Single(entry => entry.Name == "Version.txt").Open());

        Assert.Contains("TrainingInfo/Version.txt", names);
        Assert.Contains("TransformerChain/Model.key", names);
        Assert.Contains("TransformerChain/Transform_000/Model.key", names);
        Assert.Contains("TransformerChain/Transform_002/Model.key", names);
        Assert.Contains("Schema", names);
        Assert.StartsWith("5.0.0", version.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_BareTransformer_IsNoChain()
    {
        _ml.Model.Save(_ml.Transforms.CopyColumns("Copy", "Digit").Fit(Data), Data.Schema, File);

        var loaded = _ml.Model.Load(File, out _);

        Assert.IsType<Microsoft.ML.Transforms.ColumnCopyingTransformer>(loaded);
    }

    [Fact]
    public void Load_NoSchemaSaved_GivesNull()
    {
        _ml.Model.Save(Fit(), (DataViewSchema)null, File);

        _ = _ml.Model.Load(File, out var schema);

        Assert.Null(schema);
    }

    [Fact]
    public void Load_Stream_RoundTrips()
    {
        using var stream = new MemoryStream();

        _ml.Model.Save(Fit(), Data.Schema, stream);
        stream.Position = 0;
        var loaded = _ml.Model.Load(stream, out var schema);

        Assert.Equal(3, schema.Count);
        Assert.NotNull(loaded.GetOutputSchema(schema).GetColumnOrNull("Back"));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Load_SchemaWithAnnotations_KeepsThem()
    {
        var labelled = _ml.Transforms.Conversion.MapValueToKey("Label", "Writer").Fit(Data).Transform(Data);
        _ml.Model.Save(_ml.Transforms.CopyColumns("Copy", "Label").Fit(labelled), labelled.Schema, File);

        _ = _ml.Model.Load(File, out var schema);
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        schema["Label"].GetKeyValues(ref names);

        Assert.Equal("writer 3", names.GetItemOrDefault(3).ToString());
    }

    [Fact]
    public void Load_NoZip_ThrowsFormat()
    {
        System.IO.File.WriteAllText(File, "no model");

        Assert.Throws<FormatException>(() => _ml.Model.Load(File, out _));
    }

    [Fact]
    public void Load_ZipWithoutModel_ThrowsInvalidOperation()
    {
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Create))
            zip.CreateEntry("readme.txt");

        var error = Assert.Throws<InvalidOperationException>(() => _ml.Model.Load(File, out _));

        Assert.Contains("Could not load legacy format model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingFile_ThrowsFileNotFound()
    {
        Assert.Throws<FileNotFoundException>(() => _ml.Model.Load(File, out _));
    }

    [Fact]
    public void Load_TruncatedFile_ThrowsFormat()
    {
        _ml.Model.Save(Fit(), Data.Schema, File);
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..(bytes.Length / 2)]);

        Assert.Throws<FormatException>(() => _ml.Model.Load(File, out _));
    }

    [Fact]
    public void Save_UnsavableStep_ThrowsInvalidOperation()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _ml.Model.Save(new PassingTransformer(), null, new MemoryStream()));

        Assert.Contains("ModelSignature not specified!", error.Message, StringComparison.Ordinal);
    }
}
