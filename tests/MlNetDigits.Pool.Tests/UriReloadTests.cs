using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using MlNetDigits.Pool.Tests;

namespace MlNetDigits.Pool.Tests;

public sealed class UriReloadTests : IDisposable
{
    private readonly ModelServer _server = new(PoolModels.Scale(1));
    private readonly ServiceProvider _provider;
    private readonly PredictionEnginePool<PoolInput, PoolOutput> _pool;

    public UriReloadTests()
    {
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromUri("x", _server.Uri, TimeSpan.FromMilliseconds(50));
        _provider = services.BuildServiceProvider();
        _pool = _provider.GetRequiredService<PredictionEnginePool<PoolInput, PoolOutput>>();
    }

    public void Dispose()
    {
        _provider.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Predict_ServerFailsAtFirst_ThrowsThenServes()
    {
        _server.Fails = true;
        Assert.Throws<InvalidOperationException>(() => Predict());

        _server.Fails = false;

        Assert.Equal(1, Predict());
    }

    [Fact]
    public async Task Predict_ServerFailsLater_KeepsTheModelThenTakesANewOne()
    {
        Assert.Equal(1, Predict());
        _server.Fails = true;
        var seen = _server.Requests.Count;
        Assert.True(await PoolModels.Eventually(() => _server.Requests.Count > seen + 1));
        Assert.Equal(1, Predict());

        (_server.Content, _server.Tag, _server.Fails) = (PoolModels.Scale(2), "\"2\"", false);

        Assert.True(await PoolModels.Eventually(() => Predict() == 2));
    }

    [Fact]
    public async Task Predict_BadContentThenGood_KeepsTheModelThenTakesTheGoodOne()
    {
        Assert.Equal(1, Predict());
        (_server.Content, _server.Tag) = ([1, 2, 3], "\"2\"");
        Assert.True(await PoolModels.Eventually(() => _server.Requests.Count(method => method == "GET") == 2));
        await Task.Delay(100);
        Assert.Equal(1, Predict());

        (_server.Content, _server.Tag) = (PoolModels.Scale(3), "\"3\"");

        Assert.True(await PoolModels.Eventually(() => Predict() == 3));
    }

    [Fact]
    public async Task Predict_ServerWithoutTags_TakesChangedContent()
    {
        _server.Tag = null;
        Assert.Equal(1, Predict());

        _server.Content = PoolModels.Scale(2);

        Assert.True(await PoolModels.Eventually(() => Predict() == 2));
    }

    private float Predict() => _pool.Predict("x", new PoolInput()).Y[0];
}
