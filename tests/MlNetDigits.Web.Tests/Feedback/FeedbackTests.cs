using MlNetDigits.Feedback;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Feedback;

public sealed class FeedbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Feedback_NotConfigured_IsOff()
    {
        using var service = new TestService();
        var client = service.CreateClient();

        Assert.Equal("404 feedback-off", await client.PostAsync("/v1/feedback", Correction(1)).Error());
        Assert.False((bool)(await client.GetAsync("/v1/models").Read())["feedback"]!);
    }

    [Fact]
    public async Task Feedback_Configured_StoresDigitLabelAndPrediction()
    {
        using var service = new TestService(("Digits:FeedbackFile", _folder.File("feedback.db")));
        var client = service.CreateClient();

        var answer = await client.PostAsync("/v1/feedback", Correction(1)).Read();

        var stored = Assert.Single(FeedbackStore.OpenExisting(_folder.File("feedback.db")).Read());
        Assert.Equal((1, 7), ((int)answer["id"]!, (int)answer["predicted"]!));
        Assert.Equal((1, 7, "small"), (stored.Label, stored.Predicted, stored.Model));
        Assert.Equal(TestService.Seven, stored.Pixels);
        Assert.Equal((string?)(await client.GetAsync("/v1/model").Read())["sha256"], stored.ModelSha256);
    }

    [Theory]
    [InlineData("{\"label\":10,\"pixels\":[]}", "400 bad-json")]
    [InlineData("{\"label\":1,\"pixels\":[1,2]}", "400 bad-json")]
    [InlineData("{\"label\":1,\"pixels\":null}", "400 bad-json")]
    [InlineData("{\"label\":\"x\"}", "400 bad-request")]
    [InlineData("", "400 bad-request")]
    public async Task Feedback_BadJson_IsRefused(string json, string expected)
    {
        using var service = new TestService(("Digits:FeedbackFile", _folder.File("feedback.db")));

        Assert.Equal(expected, await service.CreateClient().PostAsync("/v1/feedback", Requests.Text(json)).Error());
    }

    [Fact]
    public async Task Feedback_PixelsFromZeroToOne_IsRefused()
    {
        using var service = new TestService(("Digits:FeedbackFile", _folder.File("feedback.db")));
        var correction = Requests.Json(new { pixels = Array.ConvertAll(TestService.Seven, pixel => pixel / 255f), label = 7 });

        Assert.Equal("400 bad-json", await service.CreateClient().PostAsync("/v1/feedback", correction).Error());
    }

    [Fact]
    public async Task Feedback_Full_IsRefused()
    {
        using var service = new TestService(("Digits:FeedbackFile", _folder.File("feedback.db")), ("Digits:MaximumFeedback", "1"));
        var client = service.CreateClient();
        await client.PostAsync("/v1/feedback", Correction(1));

        Assert.Equal("409 feedback-full", await client.PostAsync("/v1/feedback", Correction(1)).Error());
    }

    public void Dispose() => _folder.Dispose();

    private static HttpContent Correction(int label) => Requests.Json(new { pixels = Array.ConvertAll(TestService.Seven, pixel => (int)pixel), label });
}
