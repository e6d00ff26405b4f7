namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>One service for all tests of a class.</summary>
public sealed class ServiceFixture : IDisposable
{
    private readonly TestService _service = new();

    public ServiceFixture() => Client = _service.CreateClient();

    public HttpClient Client { get; }

    public void Dispose() => _service.Dispose();
}
