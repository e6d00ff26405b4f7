using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.Extensions.Primitives;

namespace MlNetDigits.Pool.Tests;

public sealed class PredictionEnginePoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pool-").FullName;
    private readonly ServiceCollection _services = new();
    private ServiceProvider _provider;

    public void Dispose()
    {
        _provider?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Predict_DefaultModel_UsesItsFile()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Save("a.zip", 3));

        Assert.Equal(3, Pool().Predict(new PoolInput()).Y[0]);
    }

    [Fact]
    public void Predict_NamedModels_UsesEach()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>()
            .FromFile("three", Save("a.zip", 3))
            .FromFile("five", Save("b.zip", 5), watchForChanges: false);

        var pool = Pool();

        Assert.Equal((3, 5), (pool.Predict("three", new PoolInput()).Y[0], pool.Predict("five", new PoolInput()).Y[0]));
    }

    [Fact]
    public void Predict_ManyThreads_AllGetTheirResults()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Save("a.zip", 3));
        var pool = Pool();

        Parallel.For(0, 500, i => Assert.Equal(3 * i, pool.Predict(new PoolInput { X = i }).Y[0]));
    }

    [Fact]
    public void GetPredictionEngine_AfterReturn_IsTheSame()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Save("a.zip", 3));
        var pool = Pool();
        var engine = pool.GetPredictionEngine();
        var other = pool.GetPredictionEngine();

        pool.ReturnPredictionEngine(engine);

        Assert.NotSame(engine, other);
        Assert.Same(engine, pool.GetPredictionEngine());
    }

    [Fact]
    public void Predict_UnknownName_Throws()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile("three", Save("a.zip", 3));

        Assert.Throws<ArgumentNullException>(() => Pool().Predict("four", new PoolInput()));
    }

    [Fact]
    public void Predict_NoDefault_Throws()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile("three", Save("a.zip", 3));

        Assert.Throws<ArgumentException>(() => Pool().Predict(new PoolInput()));
    }

    [Fact]
    public void Resolve_DefaultFileMissing_Throws()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Path.Combine(_folder, "none.zip"));

        Assert.Throws<ArgumentException>(Pool);
    }

    [Fact]
    public void Predict_NamedFileMissing_ThrowsOnFirstUse()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile("x", Path.Combine(_folder, "none.zip"));
        var pool = Pool();

        Assert.Throws<ArgumentException>(() => pool.Predict("x", new PoolInput()));
    }

    [Fact]
    public void Predict_OwnLoader_FollowsItsToken()
    {
        var loader = new OwnLoader();
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>();
        _services.AddOptions<PredictionEnginePoolOptions<PoolInput, PoolOutput>>().Configure(options => options.ModelLoader = loader);
        var pool = Pool();
        Assert.Equal(2, pool.Predict(new PoolInput()).Y[0]);

        loader.Replace(7);

        Assert.Equal(7, pool.Predict(new PoolInput()).Y[0]);
    }

    [Fact]
    public void GetModel_OfMLOptions_UsesTheGivenContext()
    {
        var ml = new MLContext(1);
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Save("a.zip", 3));
        _services.AddOptions<MLOptions>().Configure(options => options.MLContext = ml);

        var model = Pool().GetModel();

        Assert.Same(ml, _provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<MLOptions>>().Value.MLContext);
        Assert.Equal(3, model.Transform(ml.Data.LoadFromEnumerable([new PoolInput()])).GetColumn<float[]>("Y").Single()[0]);
    }

    [Fact]
    public async Task Predict_FileOverwrittenInPlace_UsesTheNewModel()
    {
        var path = Save("a.zip", 3);
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(path);
        var pool = Pool();
        Assert.Equal(3, pool.Predict(new PoolInput()).Y[0]);

        File.WriteAllBytes(path, PoolModels.Scale(4));

        Assert.True(await PoolModels.Eventually(() => pool.Predict(new PoolInput()).Y[0] == 4));
    }

    [Fact]
    public async Task Predict_UnwatchedFileOverwritten_KeepsTheModel()
    {
        var path = Save("a.zip", 3);
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(path, watchForChanges: false);
        var pool = Pool();

        File.WriteAllBytes(path, PoolModels.Scale(4));
        await Task.Delay(500);

        Assert.Equal(3, pool.Predict(new PoolInput()).Y[0]);
    }

    [Fact]
    public void ModelReloadToken_OnReload_CallsBack()
    {
        var token = new ModelReloadToken();
        object seen = null;
        token.RegisterChangeCallback(state => seen = state, "state");

        token.OnReload();

        Assert.True(token.HasChanged && token.ActiveChangeCallbacks);
        Assert.Equal("state", seen);
    }

    private string Save(string name, float factor)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, PoolModels.Scale(factor));
        return path;
    }

    private PredictionEnginePool<PoolInput, PoolOutput> Pool()
    {
        _provider ??= _services.BuildServiceProvider();
        return _provider.GetRequiredService<PredictionEnginePool<PoolInput, PoolOutput>>();
    }

    private sealed class OwnLoader : ModelLoader
    {
        private readonly MLContext _ml = new(1);
        private ModelReloadToken _token = new();
        private ITransformer _model;

        public OwnLoader() => _model = PoolModels.Load(_ml, 2);

        public override ITransformer GetModel() => _model;

        public override IChangeToken GetReloadToken() => _token;

        public void Replace(float factor)
        {
            _model = PoolModels.Load(_ml, factor);
            var old = _token;
            _token = new ModelReloadToken();
            old.OnReload();
        }
    }
}
