using System.Net;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Security;

public sealed class SecurityTests
{
    private const string Key = "0123456789abcdef";

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/models")]
    [InlineData("/nothing")]
    [InlineData("/v1/model?model=none")]
    public async Task Headers_AnyAnswer_AreStrict(string path)
    {
        using var service = new TestService();

        using var response = await service.CreateClient().GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ApiKey_Configured_IsNeededByTheApiAndNotByPageAndHealth()
    {
        using var service = new TestService(("Digits:ApiKey", Key));
        var client = service.CreateClient();

        Assert.Equal("401 unauthorized", await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven)).Error());
        Assert.Equal("401 unauthorized", await client.PostAsync("/v1/read", Requests.Pixels(TestService.Seven)).Error());
        Assert.Equal("401 unauthorized", await client.GetAsync("/metrics").Error());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("X-Api-Key", Key, HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer " + Key, HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "0123456789abcdeF", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Basic " + Key, HttpStatusCode.Unauthorized)]
    public async Task ApiKey_Sent_IsCompared(string header, string value, HttpStatusCode expected)
    {
        using var service = new TestService(("Digits:ApiKey", Key));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/model");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await service.CreateClient().SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Cors_ConfiguredOrigin_MayCallAndOthersMayNot()
    {
        using var service = new TestService(("Digits:CorsOrigins:0", "https://example.org"));
        var client = service.CreateClient();

        Assert.Equal("https://example.org", await Allowed(client, "https://example.org"));
        Assert.Null(await Allowed(client, "https://example.com"));
    }

    [Theory]
    [InlineData("Digits:ApiKey", "short", "16 or more")]
    [InlineData("Digits:CorsOrigins:0", "example.org", "is no origin")]
    [InlineData("Digits:Limits:MaximumBatch", "0", "Digits:Limits:MaximumBatch is 0: give it 1 to 10000.")]
    [InlineData("Digits:OtlpEndpoint", "localhost:4317", "Digits:OtlpEndpoint or OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:4317', which is no address of a collector: write it as http://localhost:4317.")]
    [InlineData("Digits:OtlpEndpoint", "localhost", "is 'localhost', which is no address of a collector")]
    [InlineData("Digits:DefaultModel", "huge", "not among the models: small")]
    public async Task Start_BadSetting_IsToldInOneLine(string key, string value, string expected)
    {
        var error = await StartUp.Error($"--{key}={value}");

        Assert.Contains(expected, error);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Start_UnknownProtocol_IsToldInOneLine()
    {
        var error = await StartUp.Error("--Digits:OtlpEndpoint=http://localhost:4318", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/json");

        Assert.Equal("error: OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json': set it to grpc, which is the default, or http/protobuf.", error.TrimEnd());
    }

    private static async Task<string?> Allowed(HttpClient client, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/predict") { Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" } } };
        using var response = await client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }
}
