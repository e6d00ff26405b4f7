using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;

namespace MlNetDigits.Pool.Tests;

public sealed class FromUriTests : IDisposable
{
    private static readonly TimeSpan _period = TimeSpan.FromMilliseconds(50);

    private readonly ModelServer _server = new(PoolModels.Scale(3));
    private readonly ServiceCollection _services = new();
    private ServiceProvider _provider;

    public void Dispose()
    {
        _provider?.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Predict_FromUri_UsesTheFetchedModel()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromUri(_server.Uri.ToString());

        Assert.Equal(3, Pool().Predict(new PoolInput()).Y[0]);
        Assert.Equal(["GET"], _server.Requests);
    }

    [Fact]
    public async Task Predict_TagChanged_UsesTheNewModel()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromUri("x", _server.Uri, _period);
        var pool = Pool();
        Assert.Equal(3, pool.Predict("x", new PoolInput()).Y[0]);

        (_server.Content, _server.Tag) = (PoolModels.Scale(4), "\"2\"");

        Assert.True(await PoolModels.Eventually(() => pool.Predict("x", new PoolInput()).Y[0] == 4));
    }

    [Fact]
    public async Task Poll_SameTag_FetchesNothing()
    {
        _services.AddPredictionEnginePool<PoolInput, PoolOutput>().FromUri("x", _server.Uri, _period);
        var pool = Pool();
        pool.Predict("x", new PoolInput());

        Assert.True(await PoolModels.Eventually(() => _server.Requests.Count >= 4));

        Assert.Equal(1, _server.Requests.Count(method => method == "GET"));
    }

    private PredictionEnginePool<PoolInput, PoolOutput> Pool()
    {
        _provider = _services.BuildServiceProvider();
        return _provider.GetRequiredService<PredictionEnginePool<PoolInput, PoolOutput>>();
    }
}
