using Microsoft.AspNetCore.Mvc.Testing;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Tests.Hosting;

public sealed class DefaultStartTests
{
    public static bool HasModel => ShippedModels.Find() is not null;

    [Fact(Skip = "data/models/robust.onnx is not there.", SkipUnless = nameof(HasModel))]
    public async Task Start_WithoutSettings_ServesTheShippedModel()
    {
        using var service = new WebApplicationFactory<Program>();

        var answer = await service.CreateClient().PostAsync("/v1/predict", Requests.Pixels(TestService.Seven)).Read();

        Assert.Equal(7, (int)answer["digit"]!);
        Assert.Equal("robust", (string?)answer["model"]);
    }
}
