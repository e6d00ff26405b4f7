using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Endpoints;

public sealed class ExplainTests
{
    [Fact]
    public async Task Explain_ConvolutionalNetwork_GivesMapsAndHeat()
    {
        using var service = new TestService();
        Architecture.Create("tiny", new Shape(28, 28, 1), 10, 1).ToOnnx(new OnnxExportOptions { InputName = "Pixels" }).Save(service.Model);

        var answer = await service.CreateClient().PostAsync("/v1/explain", Requests.Pixels(TestService.Seven)).Read();

        var layers = answer["layers"]!.AsArray();
        Assert.NotEmpty(layers);
        Assert.All(layers, layer => Assert.Equal((int)layer!["channels"]! * (int)layer["height"]! * (int)layer["width"]!, Convert.FromBase64String((string)layer["maps"]!).Length));
        Assert.Equal(TestService.Seven, answer["pixels"]!.AsArray().Select(pixel => (byte)(int)pixel!));
        Assert.Equal(784, Convert.FromBase64String((string)answer["saliency"]!["values"]!).Length);
        Assert.Equal((int)answer["digit"]!, (int)answer["activation"]!["digit"]!);
    }

    [Fact]
    public async Task Explain_WithoutSaliency_LeavesItOut()
    {
        using var service = new TestService();
        Architecture.Create("tiny", new Shape(28, 28, 1), 10, 1).ToOnnx(new OnnxExportOptions { InputName = "Pixels" }).Save(service.Model);

        var answer = await service.CreateClient().PostAsync("/v1/explain?saliency=false", Requests.Image(Requests.Sample("3-pen.png"))).Read();

        Assert.Null(answer["saliency"]);
        Assert.NotNull(answer["activation"]);
    }

    [Fact]
    public async Task Explain_ModelWithoutConvolutions_TellsSo()
    {
        using var service = new TestService();

        Assert.Equal("422 not-explainable", await service.CreateClient().PostAsync("/v1/explain", Requests.Pixels(TestService.Seven)).Error());
    }
}
