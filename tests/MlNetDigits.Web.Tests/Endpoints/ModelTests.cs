using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

public sealed class ModelTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private readonly HttpClient _client = service.Client;

    [Fact]
    public async Task Model_WithoutName_DescribesTheDefault()
    {
        var model = await _client.GetAsync("/v1/model").Read();

        Assert.Equal("small", (string?)model["name"]);
        Assert.True((bool)model["isDefault"]!);
        Assert.Equal("onnx", (string?)model["format"]);
        Assert.Equal(64, ((string?)model["sha256"])!.Length);
        Assert.Equal(10, model["classes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Models_Listed_NameTheDefault()
    {
        var models = await _client.GetAsync("/v1/models").Read();

        Assert.Equal("small", (string?)models["default"]);
        Assert.Equal("[\"small\"]", models["names"]!.ToJsonString());
    }

    [Fact]
    public async Task Page_Root_IsServedAndCached()
    {
        var page = await _client.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { IfNoneMatch = { page.Headers.ETag! } } };

        Assert.Contains("<title>", await page.Content.ReadAsStringAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
        Assert.Equal("404 not-found", await _client.GetAsync("/../appsettings.json").Error());
    }
}
