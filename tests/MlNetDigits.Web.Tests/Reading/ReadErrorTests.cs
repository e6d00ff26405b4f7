using System.Text.Json.Nodes;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Reading;

/// <summary>Requests that cannot be answered are told what is wrong and how to mend it.</summary>
public sealed class ReadErrorTests(ReadService service) : IClassFixture<ReadService>
{
    private readonly HttpClient _client = service.Client;

    [Theory]
    [InlineData("?length=0", "Length is 0, but a line has 1 to 1000 digits; leave it out for any number.")]
    [InlineData("?length=x", "length is 'x', which is no whole number: give how many digits every line has, or leave it out.")]
    [InlineData("?length=1&length=2", "length is '1,2', which is no whole number: give how many digits every line has, or leave it out.")]
    [InlineData("?pattern=abc", "Pattern is 'abc', which has 0 digits, but must have 1 to 1000: write d for each, as in dd.dd.dddd.")]
    [InlineData("?pattern=dd&length=3", "Length is 3, but the pattern 'dd' has 2 digits; give one of both.")]
    [InlineData("?checksum=2", "checksum is '2': give one of none, luhn, gtin, or leave it out.")]
    public async Task Read_OptionThatIsNone_NamesItsValueAndTheMend(string query, string detail)
    {
        JsonObject problem = await _client.PostAsync($"/v1/read{query}", Requests.Pixels(TestService.Seven)).Read();

        Assert.Equal((400, "bad-option", detail), ((int)problem["status"]!, (string?)problem["code"], (string?)problem["detail"]));
    }

    [Theory]
    [InlineData("words", "10 classes (word 0, word 1, ")]
    [InlineData("digits", "3 classes (2, 5, 7) in images of ")]
    [InlineData("negatives", "in images of dark ink")]
    public async Task Read_ModelOfOtherImages_IsRefused(string model, string part)
    {
        JsonObject problem = await _client.PostAsync($"/v1/read?model={model}", Requests.Pixels(TestService.Seven)).Read();

        Assert.Equal((422, "no-digits"), ((int)problem["status"]!, (string?)problem["code"]));
        Assert.StartsWith($"The model '{model}' reads no digits: The model has ", (string?)problem["detail"]);
        Assert.Contains(part, (string?)problem["detail"]);
    }

    [Fact]
    public async Task Read_BodyThatIsNone_IsRefused()
    {
        Assert.Equal("400 bad-image", await _client.PostAsync("/v1/read", Requests.Image([1, 2, 3])).Error());
        Assert.Equal("400 bad-json", await _client.PostAsync("/v1/read", Requests.Text("{}")).Error());
        Assert.Equal("400 bad-form", await _client.PostAsync("/v1/read", new MultipartFormDataContent()).Error());
        Assert.Equal("415 unsupported-type", await _client.PostAsync("/v1/read", Requests.Text("2026", "text/plain")).Error());
        Assert.Equal("404 unknown-model", await _client.PostAsync("/v1/read?model=none", Requests.Pixels(TestService.Seven)).Error());
    }

    [Fact]
    public async Task Document_Read_TellsWhatMayBeKnownOfNumbers()
    {
        JsonObject document = await _client.GetAsync("/openapi/v1.json").Read();

        JsonNode read = document["paths"]!["/v1/read"]!["post"]!;
        Assert.Equal(["model", "length", "pattern", "checksum"], read["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]));
        Assert.Equal((1, 1000), ((int)read["parameters"]![1]!["schema"]!["minimum"]!, (int)read["parameters"]![1]!["schema"]!["maximum"]!));
        Assert.Equal(["none", "luhn", "gtin"], read["parameters"]![3]!["schema"]!["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["image/*", "application/octet-stream"], read["requestBody"]!["content"]!.AsObject().Select(body => body.Key).Where(type => type is "image/*" or "application/octet-stream"));
        Assert.Contains("isValid", document["components"]!["schemas"]!["LineReading"]!["properties"]!.AsObject().Select(property => property.Key));
    }
}
