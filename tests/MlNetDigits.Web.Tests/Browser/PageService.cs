using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Browser;

/// <summary>The real service on a free port of this machine.</summary>
public sealed class PageService : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestService _service;

    public PageService()
        : this([])
    {
    }

    internal PageService(params (string Key, string Value)[] settings)
    {
        // Untrained, but with layers to show, which the small model has not.
        Architecture.Create("tiny", new Shape(28, 28, 1), 10, seed: 1).ToOnnx(new OnnxExportOptions { InputName = "Pixels" }).Save(_folder.File("layered.onnx"));
        _service = new TestService([("Digits:Models:layered", _folder.File("layered.onnx")), ("Digits:DefaultModel", "small"), .. settings]);
        Address = _service.Listen();
    }

    public Uri Address { get; }

    internal string Model => _service.Model;

    public void Dispose()
    {
        _service.Dispose();
        _folder.Dispose();
    }
}
