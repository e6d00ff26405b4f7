using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using MlNetDigits.Pool.Tests;

namespace MlNetDigits.Pool.Tests;

public sealed class ReloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pool-").FullName;
    private readonly string _path;
    private readonly ServiceProvider _provider;
    private readonly PredictionEnginePool<PoolInput, PoolOutput> _pool;

    public ReloadTests()
    {
        _path = Path.Combine(_folder, "model.zip");
        File.WriteAllBytes(_path, PoolModels.Scale(1));
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(_path);
        _provider = services.BuildServiceProvider();
        _pool = _provider.GetRequiredService<PredictionEnginePool<PoolInput, PoolOutput>>();
    }

    public void Dispose()
    {
        _provider.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("other")]
    public async Task Predict_FileReplacedByRename_UsesTheNewModel(string sourceFolder)
    {
        var source = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, sourceFolder)).FullName, "new.zip");
        File.WriteAllBytes(source, PoolModels.Scale(2));

        File.Move(source, _path, overwrite: true);

        Assert.True(await Serves(2));
    }

    [Fact]
    public async Task Predict_FolderLinkExchanged_UsesTheNewModel()
    {
        if (OperatingSystem.IsWindows())
            return; // Making links needs a privilege there.
        var link = Path.Combine(_folder, "data");
        string first = SaveIn("first", 5), second = SaveIn("second", 6);
        Directory.CreateSymbolicLink(link, first);
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromFile(Path.Combine(link, "model.zip"));
        using var provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<PredictionEnginePool<PoolInput, PoolOutput>>();
        Assert.Equal(5, pool.Predict(new PoolInput()).Y[0]);
        await Task.Delay(300);

        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, second);

        Assert.True(await PoolModels.Eventually(() => pool.Predict(new PoolInput()).Y[0] == 6));
    }

    [Fact]
    public async Task Predict_FileRemovedAndMadeAgain_UsesTheNewModel()
    {
        File.Delete(_path);
        await Task.Delay(300);
        Assert.Equal(1, Predict());

        File.WriteAllBytes(_path, PoolModels.Scale(2));

        Assert.True(await Serves(2));
    }

    [Fact]
    public async Task Predict_BadFileThenGoodOnes_KeepsTheOldThenUsesEach()
    {
        File.WriteAllText(_path, "no model");
        await Task.Delay(500);
        Assert.Equal(1, Predict());

        File.WriteAllBytes(_path, PoolModels.Scale(2));
        Assert.True(await Serves(2));

        File.WriteAllBytes(_path, PoolModels.Scale(3)[..^50]);
        await Task.Delay(500);
        Assert.Equal(2, Predict());

        File.WriteAllBytes(_path, PoolModels.Scale(3));
        Assert.True(await Serves(3));
    }

    [Fact]
    public async Task Return_EngineOfBeforeAReload_IsNotRentedAgain()
    {
        var old = _pool.GetPredictionEngine();
        File.WriteAllBytes(_path, PoolModels.Scale(2));
        Assert.True(await Serves(2));
        Assert.Equal(1, old.Predict(new PoolInput()).Y[0]);

        _pool.ReturnPredictionEngine(old);

        var engines = Enumerable.Range(0, 20).Select(_ => _pool.GetPredictionEngine()).ToArray();
        Assert.DoesNotContain(old, engines);
        Assert.All(engines, engine => Assert.Equal(2, engine.Predict(new PoolInput()).Y[0]));
    }

    [Fact]
    public async Task Return_LastEngineOfAReplacedModel_FreesTheModel()
    {
        var model = _pool.GetModel();
        var engine = _pool.GetPredictionEngine();
        File.WriteAllBytes(_path, PoolModels.Scale(2));
        Assert.True(await Serves(2));
        Assert.Equal(1, engine.Predict(new PoolInput()).Y[0]);

        _pool.ReturnPredictionEngine(engine);

        Assert.True(await PoolModels.Eventually(() => IsDisposed(model)));
        Assert.False(IsDisposed(_pool.GetModel()));
    }

    [Fact]
    public async Task Predict_ManyThreadsDuringReloads_AllSucceedAndNoneGoesBack()
    {
        using var stop = new CancellationTokenSource();
        // Threads of their own: four busy ones would starve the thread pool of a machine with two processors.
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            var last = 0f;
            while (!stop.IsCancellationRequested)
            {
                var now = Predict();
                Assert.InRange(now, last, 6);
                last = now;
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        for (var factor = 2; factor <= 6; factor++)
        {
            File.WriteAllBytes(_path + ".new", PoolModels.Scale(factor));
            File.Move(_path + ".new", _path, overwrite: true);
            Assert.True(await Serves(factor));
        }

        stop.Cancel();
        await Task.WhenAll(callers);
    }

    [Fact]
    public void Return_EngineTwice_Throws()
    {
        var engine = _pool.GetPredictionEngine();
        _pool.ReturnPredictionEngine(engine);

        Assert.Throws<ArgumentException>(() => _pool.ReturnPredictionEngine(engine));
    }

    [Fact]
    public void Dispose_OfTheProvider_FreesTheModel()
    {
        var model = _pool.GetModel();

        _provider.Dispose();

        Assert.True(IsDisposed(model));
        Assert.Throws<ObjectDisposedException>(() => _pool.GetPredictionEngine());
    }

    private string SaveIn(string name, float factor)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var path = Path.Combine(folder, "model.zip");
        File.WriteAllBytes(path, PoolModels.Scale(factor));
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch); // Equal times and lengths: the path alone tells the files apart.
        return folder;
    }

    private static bool IsDisposed(ITransformer model)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromEnumerable([new PoolInput()]);
        // ML.NET has no word for it: a session that was freed is a null reference within ONNX Runtime.
        return Record.Exception(() => model.Transform(data).GetColumn<float[]>("Y").Count())?.GetBaseException() is ObjectDisposedException or NullReferenceException;
    }

    private float Predict() => _pool.Predict(new PoolInput()).Y[0];

    private Task<bool> Serves(float factor) => PoolModels.Eventually(() => Predict() == factor);
}
