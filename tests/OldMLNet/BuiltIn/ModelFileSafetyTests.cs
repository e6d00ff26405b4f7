using MLNet.Tests.Chains;

namespace MLNet.Tests.BuiltIn;

/// <summary>What the built-in subset promises beyond the official packages: nothing lost, damage noticed.</summary>
public sealed class ModelFileSafetyTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_UnsavableStep_LeavesOldFileAndNoOther()
    {
        System.IO.File.WriteAllText(File, "old");

        Assert.Throws<InvalidOperationException>(() => _ml.Model.Save(new PassingTransformer(), null, File));

        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Save_ExistingFile_ReplacesItWhole()
    {
        System.IO.File.WriteAllText(File, new string('x', 1_000_000));

        _ml.Model.Save(null, null, File);

        Assert.Empty(Assert.IsType<TransformerChain<ITransformer>>(_ml.Model.Load(File, out _)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Load_FlippedBit_NeverGivesAnotherModel(int seed)
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(5));
        using var saved = new MemoryStream();
        _ml.Model.Save(_ml.Transforms.Conversion.MapValueToKey("Label", "Writer").Fit(data), data.Schema, saved);
        var expected = _ml.Transforms.Conversion.MapValueToKey("Label", "Writer").Fit(data).Transform(data).GetColumn<uint>("Label").ToArray();
        var random = new Random(seed);

        for (var i = 0; i < 100; i++)
        {
            var bytes = saved.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var error = Record.Exception(() => Assert.Equal(expected, _ml.Model.Load(new MemoryStream(bytes), out _).Transform(data).GetColumn<uint>("Label")));

            Assert.True(error is null or FormatException or InvalidOperationException, $"bit {i}: {error}");
        }
    }
}
