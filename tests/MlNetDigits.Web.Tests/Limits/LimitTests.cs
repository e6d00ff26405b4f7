using System.Net;
using System.Net.Sockets;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Limits;

public sealed class LimitTests
{
    [Fact]
    public async Task Concurrency_Exceeded_TellsWhenToComeAgain()
    {
        await using var service = await KestrelService.Start(("Digits:Limits:MaximumConcurrency", "1"), ("Digits:Limits:MaximumQueue", "0"), ("Digits:Limits:RetryAfter", "00:00:03"));
        var slow = new SlowBody("{\"pixels\":");
        var first = service.Client.PostAsync("/v1/predict", slow);
        await service.UnderWay();

        using var second = await service.Client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven));
        slow.Finish("[]}");

        Assert.Equal("3", second.Headers.GetValues("Retry-After").Single());
        Assert.Equal("429 busy", await Task.FromResult(second).Error());
        Assert.Equal("400 bad-json", await first.Error());
    }

    [Fact]
    public async Task Body_TooLong_IsRefused()
    {
        await using var service = await KestrelService.Start(("Digits:Limits:MaximumBytes", "4096"));

        Assert.Equal("413 too-large", await service.Client.PostAsync("/v1/predict", Requests.Image(new byte[5000])).Error());
        Assert.Equal("413 too-large", await service.Client.PostAsync("/v1/predict", Requests.Text(new string(' ', 5000))).Error());
    }

    [Fact]
    public async Task Body_TooSlow_IsRefused()
    {
        await using var service = await KestrelService.Start(("Digits:Limits:Timeout", "00:00:00.3"));
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port);

        await socket.GetStream().WriteAsync("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());

        using var answer = new StreamReader(socket.GetStream());
        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer.ReadLineAsync());
    }

    [Fact]
    public async Task Image_TooManyPixels_IsRefusedBeforeDecoding()
    {
        using var service = new TestService(("Digits:Limits:MaximumPixels", "1000"));

        Assert.Equal("400 bad-image", await service.CreateClient().PostAsync("/v1/predict", Requests.Image(Requests.Sample("0-pen.png"))).Error());
    }

    [Fact]
    public async Task Stop_RequestUnderWay_IsAnswered()
    {
        await using var service = await KestrelService.Start();
        var slow = new SlowBody("{\"pixels\":[");
        var answer = service.Client.PostAsync("/v1/predict", slow);
        await service.UnderWay();

        var stopped = service.Stop();
        await Task.Delay(200);
        slow.Finish(string.Join(',', TestService.Seven) + "]}");

        Assert.Equal(7, (int)(await answer.Read())["digit"]!);
        await stopped;
    }
}
