using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Reading;

public sealed class ReadTests(ReadService service) : IClassFixture<ReadService>
{
    private readonly HttpClient _client = service.Client;

    [Theory]
    [InlineData("robust")]
    [InlineData("tiny")]
    public async Task Read_Number_GivesItsDigitsFromLeftToRight(string model)
    {
        SyntheticImage drawn = ReadService.Draw("20 26");

        JsonObject answer = await Read($"?model={model}", ReadService.Png(drawn));

        Assert.Equal((model, "2026", drawn.Picture.Width, drawn.Picture.Height), ((string?)answer["model"], (string?)answer["text"], (int)answer["width"]!, (int)answer["height"]!));
        JsonArray digits = answer["lines"]![0]!["digits"]!.AsArray();
        Assert.Equal([2, 0, 2, 6], digits.Select(digit => (int)digit!["digit"]!));
        Assert.All(digits.Zip(drawn.Digits), pair => Assert.InRange((int)pair.First!["box"]!["x"]!, pair.Second.X - 3, pair.Second.X + 3));
        Assert.All(digits, digit => Assert.InRange((float)digit!["confidence"]!, 0.5f, 1));
    }

    [Fact]
    public async Task Read_Rows_GivesLinesFromTopToBottomWithBoxesAroundTheirDigits()
    {
        SyntheticImage drawn = ReadService.Draw("#####", rows: 3);

        JsonObject answer = await Read("", ReadService.Png(drawn));

        Assert.Equal(drawn.Text, (string?)answer["text"]);
        JsonNode[] boxes = [.. answer["lines"]!.AsArray().Select(line => line!["box"]!)];
        Assert.Equal(3, boxes.Length);
        Assert.True((int)boxes[0]["y"]! < (int)boxes[1]["y"]! && (int)boxes[1]["y"]! < (int)boxes[2]["y"]!);
        Assert.Equal(answer["lines"]![0]!["digits"]!.AsArray().Min(digit => (int)digit!["box"]!["x"]!), (int)boxes[0]["x"]!);
    }

    [Fact]
    public async Task Read_Picture_AnswersAsTheLibrary()
    {
        GrayImage picture = ReadService.Draw("## ###", rows: 2).ToGray();
        using var recognizer = DigitRecognizer.Load(ShippedModels.Find("robust")!);

        JsonObject answer = await Read("", PngEncoder.Encode(picture));

        using var lines = LineRecognizer.Load();
        PageReading expected = new DigitReader(recognizer, lines).Read(picture);
        Assert.Equal(["model", "text", "lines", "others", "width", "height"], answer.Select(property => property.Key));
        Assert.Equal(JsonSerializer.Serialize(expected.Lines, JsonSerializerOptions.Web), answer["lines"]!.ToJsonString());
        Assert.Equal(JsonSerializer.Serialize(expected.Others, JsonSerializerOptions.Web), answer["others"]!.ToJsonString());
    }

    [Theory]
    [InlineData("?pattern=dd.dd", "20.26", true)]
    [InlineData("?length=4&checksum=none", "2026", true)]
    [InlineData("?pattern=dd/26&checksum=", "20/26", true)]
    [InlineData("?length=9", "2026", false)]
    public async Task Read_KnownOfTheNumber_ChoosesAmongWaysToReadIt(string query, string expected, bool isValid)
    {
        JsonObject answer = await Read(query, ReadService.Png(ReadService.Draw("20 26")));

        Assert.Equal((expected, isValid), ((string?)answer["text"], (bool)answer["lines"]![0]!["isValid"]!));
    }

    [Fact]
    public async Task Read_FormAndPixels_AreTakenToo()
    {
        var form = new MultipartFormDataContent { { Requests.Image(ReadService.Png(ReadService.Draw("31 415"))), "anything", "number.png" } };

        Assert.Equal("31415", (string?)(await _client.PostAsync("/v1/read", form).Read())["text"]);
        Assert.Equal("7", (string?)(await _client.PostAsync("/v1/read", Requests.Pixels(TestService.Seven)).Read())["text"]);
    }

    [Theory]
    [InlineData("robust")]
    [InlineData("tiny")]
    public async Task Read_NoDigit_IsAnEmptyAnswer(string model)
    {
        byte[] blank = PngEncoder.Encode(new GrayImage(90, 60, [.. Enumerable.Repeat((byte)240, 90 * 60)]));

        JsonObject picture = await Read($"?model={model}", blank), pixels = await _client.PostAsync($"/v1/read?model={model}", Requests.Pixels(new byte[784])).Read();

        Assert.All([picture, pixels], answer => Assert.Equal(("", 0, 0), ((string?)answer["text"], answer["lines"]!.AsArray().Count, answer["others"]!.AsArray().Count)));
    }

    [Fact]
    public async Task Read_Noise_IsAnsweredInBoundedTime()
    {
        var noise = new byte[1200 * 900];
        new Random(7).NextBytes(noise);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        using var response = await _client.PostAsync("/v1/read", Requests.Image(PngEncoder.Encode(new GrayImage(1200, 900, noise))), patience.Token);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Read_Number_IsCountedByDigit()
    {
        using var own = new ReadService();

        await own.Client.PostAsync("/v1/read", Requests.Image(ReadService.Png(ReadService.Draw("20 26")))).Read();

        string metrics = await own.Client.GetStringAsync("/metrics");
        Assert.Contains("mlnet_digits_predictions_total{class=\"2\",model=\"robust\"} 2\n", metrics);
        Assert.Contains("mlnet_digits_scoring_duration_seconds_count{model=\"robust\"} 1\n", metrics);
    }

    private Task<JsonObject> Read(string query, byte[] picture) => _client.PostAsync($"/v1/read{query}", Requests.Image(picture)).Read();
}
