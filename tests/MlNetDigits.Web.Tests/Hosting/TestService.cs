using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>The whole service, in memory or over a real socket, with a small model of its own.</summary>
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

    /// <summary>Starts it over a real socket, at a port that the system chooses.</summary>
    /// <returns>Its address.</returns>
    public Uri Listen()
    {
        UseKestrel();
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // A port given to UseKestrel would be set while the service may listen already.
        builder.UseSetting("urls", "http://127.0.0.1:0");
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
