using System.Text.Json.Nodes;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

public sealed class OpenApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Document_Predict_TellsBodiesAnswersAndTheModelsName()
    {
        var document = await service.Client.GetAsync("/openapi/v1.json").Read();

        var predict = document["paths"]!["/v1/predict"]!["post"]!;
        Assert.Equal(["application/json", "image/*", "application/octet-stream", "multipart/form-data"], predict["requestBody"]!["content"]!.AsObject().Select(body => body.Key));
        Assert.Equal(["200", "400", "404", "408", "413", "415", "422", "429", "503"], predict["responses"]!.AsObject().Select(answer => answer.Key));
        Assert.Equal("model", (string?)predict["parameters"]![0]!["name"]);
        Assert.Equal("string", (string?)document["components"]!["schemas"]!["PredictResponse"]!["properties"]!["label"]!["type"]);
        Assert.Contains("rejected", document["components"]!["schemas"]!["PredictResponse"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Null(document["security"]);
    }

    [Fact]
    public async Task Document_ServiceWithAKey_TellsHowToSendIt()
    {
        using var keyed = new TestService(("Digits:ApiKey", "0123456789abcdef"));

        var document = await keyed.CreateClient().GetAsync("/openapi/v1.json").Read();

        Assert.Equal("X-Api-Key", (string?)document["components"]!["securitySchemes"]!["key"]!["name"]);
        Assert.Single(document["security"]!.AsArray(), requirement => requirement!.AsObject().ContainsKey("key"));
    }

    [Fact]
    public async Task Document_Paths_HaveMetricsToo()
    {
        var document = await service.Client.GetAsync("/openapi/v1.json").Read();

        Assert.Equal("Tells counts and durations in Prometheus' text format.", (string?)document["paths"]!["/metrics"]!["get"]!["summary"]);
    }

    [Fact]
    public async Task Explorer_IndexByName_IsTheSamePage()
    {
        var page = await service.Client.GetStringAsync("/openapi/");

        Assert.Equal(page, await service.Client.GetStringAsync("/openapi/index.html"));
        Assert.Contains("<a href=\"/\">Draw digits</a>", page);
    }

    [Theory]
    [InlineData("/openapi/", "text/html")]
    [InlineData("/openapi/explorer.js", "text/javascript")]
    [InlineData("/openapi/swagger-ui-bundle.js", "text/javascript")]
    [InlineData("/openapi/swagger-ui.css", "text/css")]
    public async Task Explorer_Files_AreServed(string path, string type)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(type, response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
    }
}
