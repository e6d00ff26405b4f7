using System.Text.Json.Nodes;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

/// <summary>A model that tells what is no digit, beside one that cannot.</summary>
public sealed class RejectionTests : IDisposable
{
    private readonly TestService _service = new(("Digits:Models:refusing", FormModels.Get(FormModels.Refusing).Onnx), ("Digits:Models:mnist", FormModels.Get("mnist").Onnx), ("Digits:RejectionThreshold", "0.4"));

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("predict")]
    [InlineData("explain")]
    public async Task Answer_Noise_IsRefused(string endpoint)
    {
        JsonObject answer = await Ask($"/v1/{endpoint}?model=refusing", RejectionImages.Noise());

        Assert.True((bool)answer["rejected"]!);
        Assert.InRange((float)answer["digitScore"]!, 0, 0.4f);
        Assert.Equal(10, answer["probabilities"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("predict")]
    [InlineData("explain")]
    public async Task Answer_ModelThatCannotTell_SaysNothingOfIt(string endpoint)
    {
        JsonObject answer = await Ask($"/v1/{endpoint}?model=mnist", RejectionImages.Noise());

        Assert.Equal((false, false, true), (answer.ContainsKey("rejected"), answer.ContainsKey("digitScore"), answer.ContainsKey("label")));
    }

    [Fact]
    public async Task Batch_NoiseAndADigit_RefusesTheNoiseAndCountsIt()
    {
        HttpClient client = _service.CreateClient();
        var images = new[] { RejectionImages.Noise(), TestService.Seven }.Select(pixels => Array.ConvertAll(pixels, pixel => (int)pixel));

        JsonObject answer = await client.PostAsync("/v1/predict/batch?model=refusing", Requests.Json(new { images })).Read();

        Assert.Equal([true, false], answer["predictions"]!.AsArray().Select(each => (bool)each!["rejected"]!));
        Assert.Contains("mlnet_digits_predictions_total{class=\"rejected\",model=\"refusing\"} 1\n", await client.GetStringAsync("/metrics"));
    }

    [Theory]
    [InlineData("refusing", 0.4f)]
    [InlineData("mnist", null)]
    public async Task Model_Described_TellsItsThreshold(string model, float? threshold)
    {
        JsonObject answer = await _service.CreateClient().GetAsync($"/v1/model?model={model}").Read();

        Assert.Equal(threshold, (float?)answer["rejectionThreshold"]);
    }

    [Fact]
    public async Task Start_ThresholdOutOfRange_NamesTheRange() =>
        Assert.Contains("Digits:RejectionThreshold is 1.5: give it 0 to 1.", await StartUp.Error("--Digits:RejectionThreshold=1.5"));

    private Task<JsonObject> Ask(string path, byte[] pixels) => _service.CreateClient().PostAsync(path, Requests.Pixels(pixels)).Read();
}
