using MlNetDigits.Tests.Mnist;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

public sealed class BatchTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private readonly HttpClient _client = service.Client;

    [Fact]
    public async Task Batch_Numbers_AnswersInOrderAsOneByOne()
    {
        var images = Enumerable.Range(0, 20).Select(i => Checkout.Digits.Test.Pixels.Span.Slice(i * 784, 784).ToArray()).ToArray();

        var answer = await _client.PostAsync("/v1/predict/batch", Requests.Json(new { images = images.Select(image => Array.ConvertAll(image, pixel => (int)pixel)) })).Read();

        var digits = answer["predictions"]!.AsArray().Select(prediction => (int)prediction!["digit"]!);
        var single = await Task.WhenAll(images.Select(async image => (int)(await _client.PostAsync("/v1/predict", Requests.Pixels(image)).Read())["digit"]!));
        Assert.Equal(single, digits);
    }

    [Fact]
    public async Task Batch_FormOfImages_NormalizesEach()
    {
        var form = new MultipartFormDataContent { { Requests.Image(Requests.Sample("0-pen.png")), "a", "a.png" }, { Requests.Image(Requests.Sample("7-mnist-0.png")), "b", "b.png" } };

        var answer = await _client.PostAsync("/v1/predict/batch", form).Read();

        Assert.Equal([0, 7], answer["predictions"]!.AsArray().Select(prediction => (int)prediction!["digit"]!));
        Assert.All(answer["predictions"]!.AsArray(), prediction => Assert.Equal(784, prediction!["pixels"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("{\"images\":[]}", "400 bad-json")]
    [InlineData("{\"images\":[[1]]}", "400 bad-json")]
    [InlineData("{\"images\":[1]}", "400 bad-json")]
    [InlineData("{\"images\":{}}", "400 bad-json")]
    [InlineData("{}", "400 bad-json")]
    public async Task Batch_BadJson_TellsSo(string json, string expected) =>
        Assert.Equal(expected, await _client.PostAsync("/v1/predict/batch", Requests.Text(json)).Error());

    [Fact]
    public async Task Batch_FormWithABadImage_NamesIt()
    {
        var form = new MultipartFormDataContent { { Requests.Image(Requests.Sample("0-pen.png")), "a", "a.png" }, { Requests.Image([1, 2]), "b", "b.png" } };

        using var response = await _client.PostAsync("/v1/predict/batch", form);

        Assert.Contains("'image 1'", System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!.ToString());
    }

    [Fact]
    public async Task Batch_TooMany_IsRefused()
    {
        using var small = new TestService(("Digits:Limits:MaximumBatch", "2"));
        var image = new int[784];

        Assert.Equal("413 too-large", await small.CreateClient().PostAsync("/v1/predict/batch", Requests.Json(new { images = new[] { image, image, image } })).Error());
    }
}
