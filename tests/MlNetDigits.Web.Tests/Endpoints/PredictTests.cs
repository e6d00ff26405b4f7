using System.Text.Json.Nodes;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

public sealed class PredictTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private readonly HttpClient _client = service.Client;

    [Fact]
    public async Task Predict_Numbers_GivesDigitAndProbabilities()
    {
        var answer = await _client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven)).Read();

        Assert.Equal("small", (string?)answer["model"]);
        Assert.Equal(7, (int)answer["digit"]!);
        Assert.Equal(1, answer["probabilities"]!.AsArray().Sum(value => (float)value!), 4);
        Assert.Equal((float)answer["confidence"]!, (float)answer["probabilities"]![7]!);
        Assert.Null(answer["pixels"]);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    public async Task Predict_ImageAsBody_GivesItsNormalizedPixelsToo(string type)
    {
        var answer = await _client.PostAsync("/v1/predict", Requests.Image(Requests.Sample("7-mnist-0.png"), type)).Read();

        Assert.Equal(7, (int)answer["digit"]!);
        Assert.Equal(TestService.Seven, answer["pixels"]!.AsArray().Select(value => (byte)(int)value!));
    }

    [Fact]
    public async Task Predict_ImageInForm_IsTaken()
    {
        var form = new MultipartFormDataContent { { Requests.Image(Requests.Sample("0-pen.png")), "anything", "../../etc/passwd" } };

        var answer = await _client.PostAsync("/v1/predict?model=SMALL", form).Read();

        Assert.Equal(0, (int)answer["digit"]!);
    }

    [Fact]
    public async Task Predict_PixelsOfAnImage_GiveTheSameAgain()
    {
        var image = await _client.PostAsync("/v1/predict", Requests.Image(Requests.Sample("3-pen.png"))).Read();

        var again = await _client.PostAsync("/v1/predict", Requests.Text(new JsonObject { ["pixels"] = image["pixels"]!.DeepClone() }.ToJsonString())).Read();

        Assert.Equal(image["probabilities"]!.ToJsonString(), again["probabilities"]!.ToJsonString());
    }

    [Fact]
    public async Task Predict_UnknownModel_IsNotFound() =>
        Assert.Equal("404 unknown-model", await _client.PostAsync("/v1/predict?model=../best", Requests.Pixels(TestService.Seven)).Error());

    [Theory]
    [InlineData("", "400 bad-json")]
    [InlineData("null", "400 bad-json")]
    [InlineData("{}", "400 bad-json")]
    [InlineData("[1,2", "400 bad-json")]
    [InlineData("{\"pixels\":[1,2]}", "400 bad-json")]
    [InlineData("{\"pixels\":\"x\"}", "400 bad-json")]
    [InlineData("{\"pixels\":[[1]]}", "400 bad-json")]
    [InlineData("{\"pixels\":[256]}", "400 bad-json")]
    [InlineData("{\"pixels\":[1e99]}", "400 bad-json")]
    public async Task Predict_BadJson_TellsSo(string json, string expected) =>
        Assert.Equal(expected, await _client.PostAsync("/v1/predict", Requests.Text(json)).Error());

    [Theory]
    [InlineData("/v1/predict", "\"pixels\" has values of 0 to 1, of which 1 is the largest")]
    [InlineData("/v1/explain", "\"pixels\" has values of 0 to 1, of which 1 is the largest")]
    [InlineData("/v1/predict/batch", "image 1 has values of 0 to 1, of which 1 is the largest")]
    public async Task Predict_PixelsFromZeroToOne_AsksToMultiplyThem(string address, string expected)
    {
        float[] pixels = Array.ConvertAll(TestService.Seven, pixel => pixel / 255f), bytes = Array.ConvertAll(TestService.Seven, pixel => (float)pixel);

        using var response = await _client.PostAsync(address, address.EndsWith("batch") ? Requests.Json(new { images = (float[][])[bytes, pixels] }) : Requests.Json(new { pixels }));

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((400, "bad-json"), ((int)response.StatusCode, (string?)problem["code"]));
        Assert.StartsWith($"The JSON cannot be taken: {expected}, but ink is 255: multiply them by 255.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Predict_PixelsOfZeroAndOne_AreRefusedUnlessTheyAreSpecks()
    {
        byte[] binary = Array.ConvertAll(TestService.Seven, pixel => (byte)(pixel / 128)), specks = [1, 1, 1, .. new byte[781]];

        Assert.Equal("400 bad-json", await _client.PostAsync("/v1/predict", Requests.Pixels(binary)).Error());
        using var response = await _client.PostAsync("/v1/predict", Requests.Pixels(specks));
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Predict_OtherTypes_AreRefused()
    {
        Assert.Equal("415 unsupported-type", await _client.PostAsync("/v1/predict", Requests.Text("7", "text/plain")).Error());
        Assert.Equal("415 unsupported-type", await _client.PostAsync("/v1/predict", null).Error());
        Assert.Equal("405 method-not-allowed", await _client.GetAsync("/v1/predict").Error());
    }

    [Fact]
    public async Task Predict_Animation_ReadsItsFirstFrameAndCountsThem()
    {
        // A post of 3×16 pixels, then an empty frame.
        var gif = Convert.FromBase64String("R0lGODlhGAAYAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQEAAAAACwAAAAAGAAYAAACKISPqcvtD6M0oU5Vw015o+5RVgiAoemhm3qxkyvBkQzRj+3g5M73TAEAIfkEBQAAAAAsCwAEAAMAEACATGlxAAAAAgaMj6nLfQUAOw==");

        var answer = await _client.PostAsync("/v1/predict", Requests.Image(gif, "image/gif")).Read();

        Assert.Equal((1, 2), ((int)answer["digit"]!, (int)answer["frames"]!));
    }

    [Fact]
    public async Task Predict_NoImageOrBlankOne_TellsWhich()
    {
        var blank = await _client.PostAsync("/v1/predict", Requests.Image(BlankPng));

        Assert.Equal("422 no-digit", await Task.FromResult(blank).Error());
        Assert.Equal("400 bad-image", await _client.PostAsync("/v1/predict", Requests.Image([1, 2, 3])).Error());
        Assert.Equal("400 bad-image", await _client.PostAsync("/v1/predict", Requests.Image(Requests.Sample("0-pen.png")[..200])).Error());
    }

    /// <summary>A white picture of 40×40.</summary>
    private static byte[] BlankPng => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAAAAACpleexAAAAHElEQVR42mP4TyRgGFU4qnBU4ajCUYWjCklXCAAsljobYX02ZwAAAABJRU5ErkJggg==");
}
