using System.Text;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Fuzz;

public sealed class FuzzTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly string[] Samples = ["0-pen.png", "2-blue.jpg", "2-slanted.webp"];
    private static readonly string[] Paths = ["/v1/predict", "/v1/predict/batch", "/v1/explain"];
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

            await Answers(Requests.Image(bytes, Types[random.Next(2)]), "/v1/predict");
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

            await Answers(Requests.Image(bytes, "application/json"), Paths[random.Next(2)]);
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

    /// <summary>Sends; an answer other than 200 and 4xx fails, as does one that is no JSON.</summary>
    private async Task<int> Answers(HttpContent content, string path)
    {
        using var response = await _client.PostAsync(path, content);

        var status = (int)response.StatusCode;
        Assert.True(status is 200 or (>= 400 and < 500), $"{path} answered {status}.");
        System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).Dispose();
        return status;
    }
}
