using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>Requests and answers in few words.</summary>
internal static class Requests
{
    private static readonly string Samples = Path.GetFullPath(Path.Combine(MlNetDigits.Tests.Mnist.Checkout.Mnist, "..", "samples"));

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Samples, name));

    public static HttpContent Json(object value) => Text(JsonSerializer.Serialize(value));

    public static HttpContent Text(string json, string type = "application/json") => new StringContent(json, Encoding.UTF8, type);

    public static HttpContent Pixels(byte[] pixels) => Json(new { pixels = Array.ConvertAll(pixels, pixel => (int)pixel) });

    public static HttpContent Image(byte[] bytes, string type = "image/png") => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    public static async Task<JsonObject> Read(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        return (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!.AsObject();
    }

    /// <summary>Status and code of an error, such as <c>400 bad-json</c>.</summary>
    public static async Task<string> Error(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!;
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        return $"{(int)response.StatusCode} {problem["code"]}".TrimEnd();
    }
}
