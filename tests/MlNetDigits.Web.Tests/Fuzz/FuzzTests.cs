using System.Net.Sockets;
using System.Text;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Fuzz;

public sealed class FuzzTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly string[] Samples = ["0-pen.png", "2-blue.jpg", "2-slanted.webp"];
    private static readonly string[] Paths = ["/v1/predict", "/v1/predict/batch", "/v1/explain", "/v1/read"];
    private static readonly string[] Types = ["image/png", "application/octet-stream", "application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "image/svg+xml", "a/b; c=\"d"];

    private readonly HttpClient _client = service.Client;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Images_CutOrAlteredWithSeed_AreNeverAnErrorOfTheService(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var bytes = Requests.Sample(Samples[random.Next(Samples.Length)]);
            if (random.Next(2) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            for (var i = random.Next(8); i > 0 && bytes.Length > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            await Answers(Requests.Image(bytes, Types[random.Next(2)]), round % 2 == 0 ? "/v1/predict" : "/v1/read");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Json_CutOrAlteredWithSeed_IsNeverAnErrorOfTheService(int seed)
    {
        var random = new Random(seed);
        var whole = Encoding.UTF8.GetBytes("{\"images\":[[" + string.Join(',', TestService.Seven) + "]],\"pixels\":[" + string.Join(',', TestService.Seven) + "]}");
        for (var round = 0; round < 60; round++)
        {
            var bytes = whole[..(random.Next(2) == 0 ? whole.Length : random.Next(whole.Length))];
            for (var i = random.Next(4); i > 0 && bytes.Length > 0; i--)
                bytes[random.Next(Math.Min(bytes.Length, random.Next(2) == 0 ? 20 : bytes.Length))] = (byte)random.Next(256);

            await Answers(Requests.Image(bytes, "application/json"), Paths[random.Next(Paths.Length)]);
        }
    }

    [Theory]
    [InlineData(1)]
    public async Task Types_AnyWithAnyBodyOfSeed_AreNeverAnErrorOfTheService(int seed)
    {
        var random = new Random(seed);
        foreach (var path in Paths)
        {
            foreach (var type in Types)
            {
                var bytes = new byte[random.Next(2000)];
                random.NextBytes(bytes);
                var content = new ByteArrayContent(bytes);
                content.Headers.TryAddWithoutValidation("Content-Type", type);

                Assert.InRange(await Answers(content, path), 400, 499);
            }
        }
    }

    [Fact]
    public async Task Images_Hostile_AreRefused()
    {
        var huge = Requests.Sample("0-pen.png");
        // Width and height of a PNG's header: 60,000 each.
        new byte[] { 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60 }.CopyTo(huge, 16);
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='28' height='28'><image x:href='file:///etc/passwd'/></svg>"u8.ToArray();
        var entities = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray();
        var nested = Encoding.UTF8.GetBytes("{\"pixels\":" + new string('[', 100_000));

        Assert.All(
            [await Answers(Requests.Image(huge), "/v1/predict"), await Answers(Requests.Image(svg), "/v1/predict"), await Answers(Requests.Image(entities), "/v1/predict"), await Answers(Requests.Image(nested, "application/json"), "/v1/predict")],
            status => Assert.InRange(status, 400, 499));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Forms_CutOrAlteredWithSeed_AreNeverAnErrorOfTheService(int seed)
    {
        var random = new Random(seed);
        var form = new MultipartFormDataContent("x") { { Requests.Image(Requests.Sample("0-pen.png")), "a", "a.png" }, { Requests.Image(Requests.Sample("2-blue.jpg"), "image/jpeg"), "b", "../../b" } };
        var whole = await form.ReadAsByteArrayAsync();
        for (var round = 0; round < 40; round++)
        {
            var bytes = whole[..(random.Next(2) == 0 ? whole.Length : random.Next(whole.Length))];
            for (var i = random.Next(6); i > 0 && bytes.Length > 0; i--)
                bytes[random.Next(random.Next(2) == 0 ? Math.Min(bytes.Length, 200) : bytes.Length)] = (byte)random.Next(256);
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

            await Answers(content, Paths[random.Next(Paths.Length)]);
        }
    }

    [Theory]
    [InlineData("?model=")]
    [InlineData("?model=small&model=small")]
    [InlineData("?model=%00")]
    [InlineData("?model=..%2F..%2Fetc%2Fpasswd")]
    [InlineData("?model=%F0%9F%92%A5&saliency=maybe")]
    [InlineData("?%6dodel=%ff%fe")]
    [InlineData("?length=1e9&pattern=%00&checksum=")]
    [InlineData("?length=-1")]
    [InlineData("?pattern=%F0%9F%92%A5d&checksum=luhn")]
    public async Task Queries_Odd_AreNeverAnErrorOfTheService(string query)
    {
        foreach (var path in Paths)
            await Answers(Requests.Pixels(TestService.Seven), path + query);
    }

    [Theory]
    [InlineData("{\"label\":1e400,\"pixels\":[]}")]
    [InlineData("{\"label\":null,\"pixels\":null,\"model\":{}}")]
    [InlineData("{\"label\":1,\"pixels\":[\"NaN\"]}")]
    [InlineData("{\"label\":1,\"pixels\":")]
    [InlineData("\u0000")]
    public async Task Feedback_Odd_IsNeverAnErrorOfTheService(string json)
    {
        using var folder = new TemporaryFolder();
        using var keeping = new TestService(("Digits:FeedbackFile", folder.File("feedback.db")));

        using var response = await keeping.CreateClient().PostAsync("/v1/feedback", Requests.Text(json));

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Images_ThatUnpackToHundredsOfMegabytes_AreAnsweredWithoutThem()
    {
        var bomb = HostilePng.WithCompressedText(Requests.Sample("0-pen.png"), 300 << 20);
        // A process of its own, whose peak no other test raises.
        await using var own = await ServiceProcess.Start();
        await Answers(Requests.Image(Requests.Sample("0-pen.png")), "/v1/predict", own.Client);
        var before = own.PeakWorkingSet;

        await Answers(Requests.Image(bomb), "/v1/predict", own.Client);

        Assert.InRange(own.PeakWorkingSet - before, 0, 150 << 20);
    }

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("\u0000\u0001\u0002\r\n\r\n")]
    [InlineData("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /v1/predict HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n")]
    public async Task Requests_ThatAreNoHttp_AreRefused(string request)
    {
        await using var real = await KestrelService.Start();
        using var socket = new TcpClient();
        await socket.ConnectAsync(real.Client.BaseAddress!.Host, real.Client.BaseAddress.Port);

        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));

        using var answer = new StreamReader(socket.GetStream());
        Assert.Matches("^HTTP/1.1 (4\\d\\d|505) ", await answer.ReadLineAsync());
        Assert.Equal("Healthy", await real.Client.GetStringAsync("/health/live"));
    }

    /// <summary>Sends; an answer other than 200 and 4xx fails, as does one that is no JSON.</summary>
    private async Task<int> Answers(HttpContent content, string path, HttpClient? client = null)
    {
        using var response = await (client ?? _client).PostAsync(path, content);

        var status = (int)response.StatusCode;
        Assert.True(status is 200 or (>= 400 and < 500), $"{path} answered {status}.");
        System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).Dispose();
        return status;
    }
}
