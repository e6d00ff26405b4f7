using System.Collections.Concurrent;
using System.Net;

namespace MlNetDigits.Web.Tests.Hosting;

public sealed class DrainTests
{
    private const int Slow = 6;

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Fact(Skip = "Windows has no signal to end a process by.", SkipWhen = nameof(IsWindows))]
    public async Task Terminate_UnderLoad_AnswersWhatIsUnderWayAndEndsWell()
    {
        await using var service = await ServiceProcess.Start("--Digits:DrainDelay=00:00:00.5");
        var bodies = Enumerable.Range(0, Slow).Select(_ => new SlowBody("{\"pixels\":[")).ToArray();
        var answers = Array.ConvertAll(bodies, body => service.Client.PostAsync("/v1/predict", body));
        await service.Metric($"aspnetcore_rate_limiting_active_request_leases{{aspnetcore_rate_limiting_policy=\"scoring\"}} {Slow}\n");
        var statuses = new ConcurrentBag<HttpStatusCode>();
        var load = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AskUntilRefused(service.Client, statuses)));

        service.Terminate();
        await load;
        foreach (var body in bodies)
            body.Finish(string.Join(',', TestService.Seven) + "]}");

        foreach (var answer in answers)
            Assert.Equal(7, (int)(await answer.Read())["digit"]!);
        Assert.Equal(0, await service.Ended());
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    /// <summary>Asks again and again until nobody listens any more.</summary>
    private static async Task AskUntilRefused(HttpClient client, ConcurrentBag<HttpStatusCode> statuses)
    {
        try
        {
            while (true)
            {
                using var response = await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven));
                statuses.Add(response.StatusCode);
            }
        }
        catch (HttpRequestException)
        {
        }
    }
}
