using Microsoft.ML.Transforms;

namespace MLNet.Tests.Transforms;

public sealed class CustomMappingTests
{
    private const string Contract = "MLNet.Tests.SumOfPixels";

    private readonly MLContext _ml = new(seed: 1);

    public sealed class Input
    {
        [VectorType(4)]
        public float[] Pixels { get; set; }
    }

    public sealed class Output
    {
        public float Sum { get; set; }

        public string Name { get; set; }
    }

    [CustomMappingFactoryAttribute(Contract)]
    public sealed class Factory : CustomMappingFactory<Input, Output>
    {
        public static void Map(Input input, Output output)
        {
            output.Sum = input.Pixels.Sum();
            output.Name = $"sum {output.Sum}";
        }

        public override Action<Input, Output> GetMapping() => Map;
    }

    private sealed class Wrong
    {
        public float Absent { get; set; }
    }

    [Fact]
    public void Transform_Action_AddsTheOutputColumns()
    {
        var data = Load(2);

        var mapped = _ml.Transforms.CustomMapping<Input, Output>(Factory.Map, null).Fit(data).Transform(data);

        Assert.Equal([6f, 22f], mapped.GetColumn<float>("Sum"));
        Assert.Equal(["sum 6", "sum 22"], mapped.GetColumn<string>("Name"));
        Assert.Equal([0u, 1u], mapped.GetColumn<uint>("Digit"));
    }

    [Fact]
    public void Transform_NothingRead_DoesNotRunTheAction()
    {
        var data = Load(3);
        var runs = 0;

        var mapped = _ml.Transforms.CustomMapping<Input, Output>((_, _) => runs++, null).Fit(data).Transform(data);

        Assert.Equal([0u, 1u, 2u], mapped.GetColumn<uint>("Digit"));
        Assert.Equal(0, runs);
    }

    [Fact]
    public void Transform_TwoColumnsRead_RunsTheActionOncePerRow()
    {
        var data = Load(3);
        var runs = 0;
        var mapped = _ml.Transforms.CustomMapping<Input, Output>((_, _) => runs++, null).Fit(data).Transform(data);

        _ = _ml.Data.CreateEnumerable<Output>(mapped, reuseRowObject: false).Count();

        Assert.Equal(3, runs);
    }

    [Fact]
    public void Predict_InEngine_RunsTheActionOnEachExample()
    {
        var model = _ml.Transforms.CustomMapping<Input, Output>(Factory.Map, null).Fit(Load(1));
        using var engine = _ml.Model.CreatePredictionEngine<Input, Output>(model);

        var sums = Drawing.Make(3).Select(drawing => engine.Predict(new Input { Pixels = drawing.Pixels }).Sum).ToArray();

        Assert.Equal([6f, 22f, 38f], sums);
    }

    [Fact]
    public void Save_NoContractName_Throws()
    {
        var data = Load(1);
        var model = _ml.Transforms.CustomMapping<Input, Output>(Factory.Map, null).Fit(data);

        var error = Assert.Throws<InvalidOperationException>(() => _ml.Model.Save(model, data.Schema, Stream.Null));

        Assert.Contains("Empty contract name", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Save_Reloaded_RunsTheFactorysAction(bool register)
    {
        var data = Load(2);
        var stream = new MemoryStream();
        _ml.Model.Save(_ml.Transforms.CustomMapping<Input, Output>(Factory.Map, Contract).Fit(data), data.Schema, stream);
        stream.Position = 0;
        var other = new MLContext();
        if (register)
            other.ComponentCatalog.RegisterAssembly(typeof(Factory).Assembly);

        var mapped = other.Model.Load(stream, out _).Transform(data);

        Assert.Equal([6f, 22f], mapped.GetColumn<float>("Sum"));
    }

    [Fact]
    public void Load_UnknownContract_Throws()
    {
        var data = Load(1);
        var model = _ml.Transforms.CustomMapping<Input, Output>(Factory.Map, "MLNet.Tests.NoSuchContract").Fit(data);

        Assert.Throws<InvalidOperationException>(() => model.Reload(data.Schema));
    }

    [Fact]
    public void Fit_MissingInputColumn_Throws()
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.CustomMapping<Wrong, Output>((_, _) => { }, null));

        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(Load(1)));
    }

    [Fact]
    public void CustomMapping_NoAction_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => _ml.Transforms.CustomMapping<Input, Output>(null, null));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Drawing.Make(count));
}
