using System.Collections.Concurrent;
using System.Net;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Reload;

public sealed class ReloadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Reload_GoodAndDamagedModelsUnderLoad_NoRequestFails()
    {
        await using var service = await KestrelService.Start(("Digits:ReloadInterval", "00:00:00.02"));
        using var stop = new CancellationTokenSource();
        var answers = new ConcurrentBag<(HttpStatusCode Status, string Body)>();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask(service.Client, answers, stop.Token)));

        var hashes = new List<string> { await Hash(service) };
        for (var round = 0; round < 4; round++)
        {
            Drop(service, path => File.WriteAllText(path, "no model"));
            await Task.Delay(100);
            Assert.Equal(hashes[^1], await Hash(service));
            Drop(service, path => NearestMeanModel.SaveOnnx(path, negated: round % 2 == 0));
            hashes.Add(await Changed(service, hashes[^1]));
        }

        await stop.CancelAsync();
        await load;
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.True(answers.Select(answer => answer.Body).Distinct().Count() >= 2, "Both models answered.");
        Assert.Equal(2, hashes.Distinct().Count());
    }

    [Fact]
    public async Task Models_Two_AreChosenByName()
    {
        using var folder = new TemporaryFolder();
        NearestMeanModel.SaveOnnx(folder.File("other.onnx"), negated: true);
        using var service = new TestService(("Digits:Models:other", folder.File("other.onnx")), ("Digits:DefaultModel", "small"));
        var client = service.CreateClient();

        var small = await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven)).Read();
        var other = await client.PostAsync("/v1/predict?model=other", Requests.Pixels(TestService.Seven)).Read();

        Assert.Equal(("small", 7), ((string?)small["model"], (int)small["digit"]!));
        Assert.Equal("other", (string?)other["model"]);
        Assert.NotEqual(7, (int)other["digit"]!);
    }

    private static async Task Ask(HttpClient client, ConcurrentBag<(HttpStatusCode, string)> answers, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var response = await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven), CancellationToken.None);
            answers.Add((response.StatusCode, await response.Content.ReadAsStringAsync(CancellationToken.None)));
        }
    }

    private static void Drop(KestrelService service, Action<string> write)
    {
        var partial = service.Service.File("partial");
        write(partial);
        File.Move(partial, service.Service.Model, overwrite: true);
    }

    private static async Task<string> Hash(KestrelService service) => (string)(await service.Client.GetAsync("/v1/model").Read())["sha256"]!;

    private static async Task<string> Changed(KestrelService service, string old)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var hash = await Hash(service);
            if (hash != old)
                return hash;
            await Task.Delay(20, patience.Token);
        }
    }
}
