using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>The whole service in memory, with a small model of its own.</summary>
internal sealed class TestService : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();
    private readonly (string Key, string Value)[] _settings;

    /// <param name="settings">Configuration such as <c>Digits:ApiKey</c>; without a model, <c>small</c> is served.</param>
    public TestService(params (string Key, string Value)[] settings)
    {
        NearestMeanModel.SaveOnnx(Model);
        _settings = settings;
    }

    /// <summary>A test digit 7 as MNIST has it.</summary>
    public static byte[] Seven => Checkout.Digits.Test.Pixels.Span[..784].ToArray();

    public string Model => _folder.File("small.onnx");

    public string File(string name) => _folder.File(name);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Digits:Models:small", Model);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(_folder.Path))
            _folder.Dispose();
    }
}
